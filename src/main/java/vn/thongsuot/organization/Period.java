package vn.thongsuot.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// **Thời gian hiệu lực.** From a day to a day, both included; an open end is null.
public record Period(LocalDate from, @Nullable LocalDate to) {

    public Period {
        if (to != null && to.isBefore(from)) {
            throw OrganizationProblem.DATE_INVALID.because(from, to);
        }
    }

    public static Period since(LocalDate from) {
        return new Period(from, null);
    }

    public boolean on(LocalDate day) {
        LocalDate end = to;
        return !day.isBefore(from) && (end == null || !day.isAfter(end));
    }
}
