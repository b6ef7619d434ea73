package vn.thongsuot.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.CalendarDay.Kind;
import vn.thongsuot.shared.Text;

/// **Bảng ngày.** What every day is under one version of a calendar; a year is worked out when first asked for
/// and kept.
final class DayTable {

    private static final Text FORTY_HOURS =
            new Text("Quyết định 188/1999/QĐ-TTg, tuần làm việc 40 giờ", "Decision 188/1999/QĐ-TTg, 40-hour week");
    private static final Text IN_LIEU =
            new Text("Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3", "Labour Code 45/2019/QH14, art. 111.3");
    private static final Text IN_LIEU_BEFORE_2021 =
            new Text("Bộ luật Lao động 10/2012/QH13, Điều 115 khoản 3", "Labour Code 10/2012/QH13, art. 115.3");
    private static final Text HOURS = new Text("Giờ làm việc của lịch", "The calendar’s hours");

    private final Week week;
    private final HolidayRules rules;
    private final List<Adjustment> adjustments;
    private final Map<Integer, CalendarDay[]> years = new ConcurrentHashMap<>();

    DayTable(Week week, HolidayRules rules, Collection<Adjustment> adjustments) {
        this.week = week;
        this.rules = rules;
        this.adjustments = List.copyOf(adjustments);
    }

    CalendarDay of(LocalDate date) {
        return year(date.getYear())[date.getDayOfYear() - 1];
    }

    Stream<CalendarDay> days(int year) {
        return Stream.of(year(year));
    }

    private CalendarDay[] year(int year) {
        CalendarDay[] known = years.get(year);
        if (known != null) {
            return known;
        }
        if (!rules.knows(year)) {
            throw CalendarProblem.YEAR_OUTSIDE.because(
                    String.valueOf(year), String.valueOf(rules.firstYear()), String.valueOf(rules.lastYear()));
        }
        return years.computeIfAbsent(year, this::build);
    }

    private CalendarDay[] build(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        CalendarDay[] days = new CalendarDay[first.lengthOfYear()];
        for (int i = 0; i < days.length; i++) {
            days[i] = ordinary(first.plusDays(i));
        }
        addHolidays(days, year);
        for (Adjustment adjustment : adjustments) {
            adjust(days, year, adjustment);
        }
        return days;
    }

    private CalendarDay ordinary(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        List<Week.Hours> hours = week.on(weekday);
        boolean counts = week.counts(weekday);
        Kind kind = counts ? Kind.WORKING : hours.isEmpty() ? Kind.WEEKEND : Kind.COUNTER_ONLY;
        return new CalendarDay(date, kind, hours, counts, null, null, counts ? HOURS : FORTY_HOURS, true);
    }

    /// A holiday on a weekly day off is made good by the next working day: Labour Code 2019 art. 111.3.
    private void addHolidays(CalendarDay[] days, int year) {
        List<HolidayRules.Day> holidays = rules.of(year, choices());
        for (HolidayRules.Day holiday : holidays) {
            set(days, off(holiday.date(), Kind.HOLIDAY, holiday.name(), null, holiday.source(), holiday.confirmed()));
        }
        for (HolidayRules.Day holiday : holidays) {
            if (!week.counts(holiday.date().getDayOfWeek())) {
                LocalDate next = holiday.date().plusDays(1);
                while (!days[next.getDayOfYear() - 1].counts()) {
                    next = next.plusDays(1);
                }
                Text source = year < 2021 ? IN_LIEU_BEFORE_2021 : IN_LIEU;
                set(days, off(next, Kind.IN_LIEU, holiday.name(), holiday.date(), source, holiday.confirmed()));
            }
        }
    }

    private List<Adjustment.Choice> choices() {
        return adjustments.stream()
                .filter(Adjustment.Choice.class::isInstance)
                .map(Adjustment.Choice.class::cast)
                .toList();
    }

    private void adjust(CalendarDay[] days, int year, Adjustment adjustment) {
        switch (adjustment) {
            case Adjustment.Swap swap -> {
                if (swap.off().getYear() == year) {
                    set(days, off(swap.off(), Kind.SWAPPED_OFF, null, swap.makeUp(), swap.source(), true));
                }
                if (swap.makeUp().getYear() == year) {
                    set(days, madeUp(swap.makeUp(), swap.off().getDayOfWeek(), swap.off(), swap.source()));
                }
            }
            case Adjustment.MakeUp makeUp -> {
                if (makeUp.day().getYear() == year) {
                    set(days, madeUp(makeUp.day(), DayOfWeek.MONDAY, null, makeUp.source()));
                }
            }
            case Adjustment.HalfDay half -> {
                if (half.day().getYear() == year) {
                    set(days, halved(days[half.day().getDayOfYear() - 1], half));
                }
            }
            case Adjustment.DayOff off -> {
                if (off.day().getYear() == year) {
                    set(days, off(off.day(), Kind.DAY_OFF, null, null, off.source(), true));
                }
            }
            case Adjustment.Choice _ -> {
                // Already read where the holidays are laid out.
            }
        }
    }

    private CalendarDay madeUp(LocalDate date, DayOfWeek model, @Nullable LocalDate other, Text source) {
        List<Week.Hours> hours = week.madeUp(date.getDayOfWeek(), model);
        return new CalendarDay(date, Kind.MAKE_UP, hours, true, null, other, source, true);
    }

    private static CalendarDay halved(CalendarDay day, Adjustment.HalfDay half) {
        boolean morningOff = half.off() == Adjustment.Half.MORNING;
        List<Week.Hours> left = day.hours().stream()
                .filter(hours -> hours.morning() != morningOff)
                .toList();
        return left.isEmpty()
                ? off(day.date(), Kind.DAY_OFF, null, null, half.source(), true)
                : new CalendarDay(day.date(), Kind.HALF_DAY, left, day.counts(), null, null, half.source(), true);
    }

    private static CalendarDay off(
            LocalDate date, Kind kind, @Nullable Text name, @Nullable LocalDate other, Text source, boolean confirmed) {
        return new CalendarDay(date, kind, List.of(), false, name, other, source, confirmed);
    }

    private static void set(CalendarDay[] days, CalendarDay day) {
        days[day.date().getDayOfYear() - 1] = day;
    }
}
