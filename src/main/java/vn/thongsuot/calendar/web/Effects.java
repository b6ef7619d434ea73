package vn.thongsuot.calendar.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarDay;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Words;

/// Says what a change of a calendar does: which days become something else, and which deadlines move. The
/// deadlines are those of a dossier received when the office opens on the last working day before the first day
/// that changes.
@Component
class Effects {

    private static final int MOST_DAYS = 14;
    private static final List<TimeLimit> LIMITS = List.of(
            TimeLimit.workingHours(8),
            TimeLimit.workingDays(1),
            TimeLimit.workingDays(3),
            TimeLimit.workingDays(10),
            TimeLimit.workingDays(20),
            TimeLimit.calendarDays(30));

    private final Words words;
    private final BusinessClock clock;

    Effects(Words words, BusinessClock clock) {
        this.words = words;
        this.clock = clock;
    }

    ChangeView.Effect of(WorkingCalendar before, WorkingCalendar after, Locale locale) {
        List<CalendarDay[]> changed = new ArrayList<>();
        for (int year = before.firstYear(); year <= before.lastYear(); year++) {
            List<CalendarDay> then = after.year(year).toList();
            before.year(year)
                    .filter(day -> !same(day, then.get(day.date().getDayOfYear() - 1)))
                    .forEach(day -> changed.add(
                            new CalendarDay[] {day, then.get(day.date().getDayOfYear() - 1)}));
        }
        Hours hours = new Hours(words, locale);
        boolean otherHours = !before.week().equals(after.week());
        LocalDate today = clock.today();
        LocalDate first = otherHours || changed.isEmpty() ? today : changed.getFirst()[0].date();
        Instant received = opening(before, first);
        return new ChangeView.Effect(
                changed.stream()
                        .limit(MOST_DAYS)
                        .map(pair -> changed(pair, locale))
                        .toList(),
                Math.max(0, changed.size() - MOST_DAYS),
                hours.of(before.week()),
                hours.of(after.week()),
                received,
                examples(before, after, received, locale));
    }

    /// Whether the day is worked alike; its hours by themselves are shown by weekday.
    private static boolean same(CalendarDay before, CalendarDay after) {
        return before.kind() == after.kind()
                && before.counts() == after.counts()
                && before.confirmed() == after.confirmed()
                && (before.kind() == CalendarDay.Kind.WORKING
                        || before.hours().size() == after.hours().size());
    }

    private ChangeView.Changed changed(CalendarDay[] pair, Locale locale) {
        return new ChangeView.Changed(
                pair[0].date(),
                kebab(pair[0]),
                pair[0].text(words, locale),
                kebab(pair[1]),
                pair[1].text(words, locale));
    }

    private static Instant opening(WorkingCalendar calendar, LocalDate first) {
        LocalDate day = first;
        do {
            day = day.minusDays(1);
        } while (calendar.knows(day) && !calendar.day(day).counts());
        LocalDate found = calendar.knows(day) ? day : first;
        CalendarDay there = calendar.day(found);
        return (there.off()
                        ? found.atStartOfDay()
                        : found.atTime(there.hours().getFirst().from()))
                .atZone(BusinessClock.ZONE)
                .toInstant();
    }

    private List<ChangeView.Example> examples(
            WorkingCalendar before, WorkingCalendar after, Instant received, Locale locale) {
        LocalDate latest = received.atZone(BusinessClock.ZONE).toLocalDate().plusDays(90);
        Stream<TimeLimit> limits = before.knows(latest) ? LIMITS.stream() : Stream.empty();
        return limits.map(limit -> new ChangeView.Example(
                        limit.text(words, locale),
                        before.deadline(received, limit).due(),
                        after.deadline(received, limit).due()))
                .toList();
    }

    private static String kebab(CalendarDay day) {
        return day.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
