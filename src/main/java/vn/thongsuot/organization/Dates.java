package vn.thongsuot.organization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Days as the reasons to refuse write them.
final class Dates {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Dates() {}

    static String shown(LocalDate day) {
        return SHOWN.format(day);
    }
}
