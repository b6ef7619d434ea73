package vn.thongsuot.access.web;

import java.time.LocalDate;
import java.util.List;
import vn.thongsuot.access.AbsenceView;
import vn.thongsuot.access.DelegationView;

/// **Trang ủy quyền và vắng mặt của tôi.** What somebody was lent, has lent, and when they are away.
///
/// @param himself whether the reader acts under a post of their own, and so may lend
public record DelegationsPage(
        List<DelegationView> received,
        List<DelegationView> given,
        List<AbsenceView> absences,
        boolean himself,
        LocalDate today) {

    public DelegationsPage {
        received = List.copyOf(received);
        given = List.copyOf(given);
        absences = List.copyOf(absences);
    }

    /// Whether `absence` has not begun.
    public boolean ahead(AbsenceView absence) {
        return absence.from().isAfter(today);
    }
}
