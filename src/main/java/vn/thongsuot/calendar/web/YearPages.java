package vn.thongsuot.calendar.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarDay;
import vn.thongsuot.calendar.CalendarDay.Kind;
import vn.thongsuot.calendar.CalendarEntry;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.Spell;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Words;

/// Lays a calendar's year out for reading.
@Component
class YearPages {

    private final Calendars calendars;
    private final CalendarPanels panels;
    private final Words words;
    private final BusinessClock clock;

    YearPages(Calendars calendars, CalendarPanels panels, Words words, BusinessClock clock) {
        this.calendars = calendars;
        this.panels = panels;
        this.words = words;
        this.clock = clock;
    }

    CalendarView of(WorkingCalendar calendar, int year, @Nullable Long saved, SignedIn reader, Locale locale) {
        long newest = calendars.of(calendar.id()).version();
        List<CalendarView.Row> rows = rows(calendar, year, locale);
        return new CalendarView(
                calendar.id().value(),
                calendar.name().in(locale),
                calendar.version(),
                newest,
                year,
                year > calendar.firstYear() ? year - 1 : null,
                year < calendar.lastYear() ? year + 1 : null,
                months(calendar, year, rows, locale),
                rows,
                entries(calendar, year, locale),
                totals(calendar, year),
                new Hours(words, locale).of(calendar.week()),
                siblings(calendar, locale),
                panels.of(calendar.id(), reader),
                saved != null && saved == newest ? saved : null);
    }

    private List<CalendarView.Month> months(
            WorkingCalendar calendar, int year, List<CalendarView.Row> rows, Locale locale) {
        LocalDate today = clock.today();
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> {
                    YearMonth there = YearMonth.of(year, month);
                    List<CalendarView.Day> days = calendar.days(there.atDay(1), there.atEndOfMonth())
                            .map(day -> day(day, today, rows, locale))
                            .toList();
                    int before = there.atDay(1).getDayOfWeek().getValue() - 1;
                    return new CalendarView.Month(
                            month, before, YearMonth.from(today).equals(there), days);
                })
                .toList();
    }

    private CalendarView.Day day(CalendarDay day, LocalDate today, List<CalendarView.Row> rows, Locale locale) {
        String anchor = rows.stream()
                .filter(row -> !day.date().isBefore(row.first()) && !day.date().isAfter(row.last()))
                .map(CalendarView.Row::anchor)
                .findFirst()
                .orElse(null);
        String reason = day.kind() == Kind.WORKING ? "" : day.text(words, locale);
        return new CalendarView.Day(day.date(), kebab(day.kind()), day.date().equals(today), reason, anchor);
    }

    private List<CalendarView.Row> rows(WorkingCalendar calendar, int year, Locale locale) {
        return calendar.spells(year).stream()
                .map(spell -> new CalendarView.Row(
                        "d" + spell.first().date(),
                        spell.first().date(),
                        spell.last(),
                        kebab(spell.first().kind()),
                        spell.first().text(words, locale),
                        spell.first().source().in(locale),
                        spell.first().confirmed(),
                        run(calendar, spell)))
                .toList();
    }

    /// How long the office is closed around `spell`, where that is longer than the spell itself.
    private static CalendarView.@Nullable Run run(WorkingCalendar calendar, Spell spell) {
        if (!spell.first().off()) {
            return null;
        }
        LocalDate first = spell.first().date();
        while (calendar.knows(first.minusDays(1))
                && calendar.day(first.minusDays(1)).off()) {
            first = first.minusDays(1);
        }
        LocalDate last = spell.last();
        while (calendar.knows(last.plusDays(1))
                && calendar.day(last.plusDays(1)).off()) {
            last = last.plusDays(1);
        }
        int days = Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1;
        return days == spell.days() ? null : new CalendarView.Run(first, last, days);
    }

    private List<CalendarView.Entry> entries(WorkingCalendar calendar, int year, Locale locale) {
        List<CalendarView.Entry> entries = new ArrayList<>();
        for (CalendarEntry entry : calendars.entries(calendar.id(), calendar.version())) {
            CalendarView.Entry shown = Entries.view(entry, locale);
            LocalDate makeUp = shown.makeUp();
            if (shown.day().getYear() == year || (makeUp != null && makeUp.getYear() == year)) {
                entries.add(shown);
            }
        }
        return entries;
    }

    private static CalendarView.Totals totals(WorkingCalendar calendar, int year) {
        List<CalendarDay> days = calendar.year(year).toList();
        return new CalendarView.Totals(
                days.stream().filter(CalendarDay::counts).count(),
                days.stream().filter(day -> !day.counts()).count(),
                days.stream()
                        .filter(day -> day.kind() == Kind.HOLIDAY || day.kind() == Kind.IN_LIEU)
                        .count(),
                days.stream().filter(day -> day.kind() == Kind.MAKE_UP).count());
    }

    private List<CalendarView.Sibling> siblings(WorkingCalendar shown, Locale locale) {
        return calendars.all().stream()
                .map(calendar -> new CalendarView.Sibling(
                        calendar.id().value(),
                        calendar.name().in(locale),
                        calendar.id().equals(shown.id())))
                .toList();
    }

    private static String kebab(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
