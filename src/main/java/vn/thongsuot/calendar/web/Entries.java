package vn.thongsuot.calendar.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.Adjustment;
import vn.thongsuot.calendar.CalendarEntry;
import vn.thongsuot.shared.Text;
import vn.thongsuot.shared.web.Typed;

/// Adjustments as forms write them and pages show them.
final class Entries {

    private Entries() {}

    static CalendarView.Entry view(CalendarEntry entry, Locale locale) {
        Adjustment adjustment = entry.adjustment();
        return new CalendarView.Entry(
                entry.id(),
                key(adjustment),
                adjustment.day(),
                adjustment instanceof Adjustment.Swap swap ? swap.makeUp() : null,
                adjustment.source().in(locale),
                entry.reason(),
                entry.since());
    }

    /// `swap`, `half-day.morning`, `choice.tet`: the end of the message key that says what it is.
    private static String key(Adjustment adjustment) {
        String detail = switch (adjustment) {
            case Adjustment.HalfDay half -> "." + half.off().name();
            case Adjustment.Choice choice -> "." + choice.holiday().name();
            case Adjustment.Swap _, Adjustment.MakeUp _, Adjustment.DayOff _ -> "";
        };
        return (adjustment.kind().name() + detail).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads a form's fields; refuses what is no date or choice.
    static Adjustment read(Typed typed) {
        Text source = new Text(typed.text("source"), english(typed));
        return switch (typed.choice("kind", Adjustment.Kind.class)) {
            case SWAP -> new Adjustment.Swap(typed.date("day"), typed.date("makeUp"), source);
            case MAKE_UP -> new Adjustment.MakeUp(typed.date("day"), source);
            case DAY_OFF -> new Adjustment.DayOff(typed.date("day"), source);
            case HALF_DAY ->
                new Adjustment.HalfDay(typed.date("day"), typed.choice("half", Adjustment.Half.class), source);
            case CHOICE ->
                new Adjustment.Choice(typed.choice("holiday", Adjustment.Holiday.class), typed.date("day"), source);
        };
    }

    private static @Nullable String english(Typed typed) {
        return typed.orNull("sourceEn");
    }
}
