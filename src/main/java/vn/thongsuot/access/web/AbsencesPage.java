package vn.thongsuot.access.web;

import java.time.LocalDate;
import java.util.List;
import vn.thongsuot.access.AbsenceView;

/// **Lịch vắng mặt của cơ quan.** Who of an agency is away in the coming weeks.
public record AbsencesPage(String agency, LocalDate from, LocalDate to, LocalDate today, List<AbsenceView> absences) {

    public AbsencesPage {
        absences = List.copyOf(absences);
    }
}
