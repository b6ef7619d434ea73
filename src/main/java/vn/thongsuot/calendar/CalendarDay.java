package vn.thongsuot.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Text;
import vn.thongsuot.shared.Words;

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

    /// What the day is, in the reader's language: `Tết Nguyên đán`, `Nghỉ hoán đổi, làm bù 26/04/2025`.
    public String text(Words words, Locale locale) {
        LocalDate partner = other;
        Text holiday = name;
        return switch (kind) {
            case HOLIDAY -> holiday == null ? "" : holiday.in(locale);
            case IN_LIEU -> words.of(locale, "calendar.day.in-lieu", holiday == null ? "" : holiday.in(locale));
            case SWAPPED_OFF -> words.of(locale, "calendar.day.swapped-off", partner == null ? "" : Shown.day(partner));
            case MAKE_UP ->
                partner == null
                        ? words.of(locale, "calendar.day.make-up")
                        : words.of(locale, "calendar.day.make-up-for", Shown.day(partner));
            case HALF_DAY ->
                words.of(
                        locale,
                        hours.getFirst().morning()
                                ? "calendar.day.half-day.afternoon-off"
                                : "calendar.day.half-day.morning-off");
            case WORKING, WEEKEND, DAY_OFF, COUNTER_ONLY ->
                words.of(locale, "calendar.day." + Deadline.kebab(kind.name()));
        };
    }

    /// Whether it is what its weekday always is.
    boolean ordinary() {
        return switch (kind) {
            case WORKING, WEEKEND, COUNTER_ONLY -> true;
            case HOLIDAY, IN_LIEU, SWAPPED_OFF, DAY_OFF, MAKE_UP, HALF_DAY -> false;
        };
    }

    /// Whether the same reason stands behind both, so that days in a row can be told as one. Two swapped days are
    /// made up on two days and never told as one.
    boolean alike(CalendarDay next) {
        return kind == next.kind
                && source.equals(next.source)
                && confirmed == next.confirmed
                && Objects.equals(name, next.name)
                && (kind != Kind.SWAPPED_OFF || Objects.equals(other, next.other));
    }
}
