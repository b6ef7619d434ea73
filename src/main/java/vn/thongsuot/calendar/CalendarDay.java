package vn.thongsuot.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Text;

/// **Ngày trong lịch.** What a day is, why, and by which source.
///
/// @param hours when the office is open; empty on a day off
/// @param counts whether the day counts in deadlines
/// @param name the holiday's name, for {@link Kind#HOLIDAY} and {@link Kind#IN_LIEU}
/// @param other the other day of a swap, or the holiday a day in lieu stands for
/// @param confirmed `false` when a default rule stands in for an announcement not made yet
public record CalendarDay(
        LocalDate date,
        Kind kind,
        List<Week.Hours> hours,
        boolean counts,
        @Nullable Text name,
        @Nullable LocalDate other,
        Text source,
        boolean confirmed) {

    /// **Loại ngày.** Why a day is worked or not.
    public enum Kind {
        WORKING,
        WEEKEND,
        HOLIDAY,
        /// A day off because a holiday fell on a weekly day off: Labour Code 2019 art. 111.3.
        IN_LIEU,
        SWAPPED_OFF,
        DAY_OFF,
        MAKE_UP,
        HALF_DAY,
        /// Open at the counter, not counted in deadlines.
        COUNTER_ONLY
    }

    /// Whether the office is closed.
    public boolean off() {
        return hours.isEmpty();
    }

    boolean alike(CalendarDay next) {
        return kind == next.kind && source.equals(next.source) && confirmed == next.confirmed && nameEquals(next);
    }

    private boolean nameEquals(CalendarDay next) {
        return java.util.Objects.equals(name, next.name);
    }
}
