package vn.thongsuot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Text;

/// Deadlines counted a second time, the slow and plain way: minute by minute for hours, from a written list of days
/// or half days for the rest. Nothing of the first counting is used but what each day is.
@Proves("H4.2")
class DeadlineOracleTests {

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);
    private static final int DAYS = 3 * 365;
    private static final Text SOURCE = Text.of("Quyết định 1");

    @Property(tries = 400)
    void workingHoursAreTheOpenMinutes(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") LocalDateTime received,
            @ForAll @IntRange(min = 1, max = 60) int hours) {
        LocalDateTime at = received;
        long left = hours * 60L;
        while (left > 0) {
            if (openAndCounting(calendar, at)) {
                left--;
            }
            at = at.plusMinutes(1);
        }
        assertThat(due(calendar, received, TimeLimit.workingHours(hours))).isEqualTo(at);
    }

    @Property(tries = 400)
    void workingDaysAreTheNthOfTheList(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") LocalDateTime received,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll("cutOffs") LocalTime cutOff) {
        LocalDate start = start(calendar, received, cutOff).toLocalDate();
        List<LocalDate> counting = start.plusDays(1)
                .datesUntil(start.plusDays(400))
                .filter(day -> calendar.day(day).counts())
                .limit(days)
                .toList();
        LocalDate last = counting.get(days - 1);
        assertThat(due(calendar, received, TimeLimit.workingDays(days).after(cutOff)))
                .isEqualTo(last.atTime(calendar.day(last).hours().getLast().until()));
    }

    @Property(tries = 400)
    void theSameDayIsTheDayOfReceptionOrTheNextThatCounts(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("moments") LocalDateTime received) {
        LocalDate day = start(calendar, received, LocalTime.of(15, 0)).toLocalDate();
        while (!calendar.day(day).counts()) {
            day = day.plusDays(1);
        }
        assertThat(due(calendar, received, TimeLimit.sameDay()))
                .isEqualTo(day.atTime(calendar.day(day).hours().getLast().until()));
    }

    @Property(tries = 400)
    void halfDaysAreTheNthOpeningAfterTheStart(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") LocalDateTime received,
            @ForAll @IntRange(min = 1, max = 40) int halves) {
        LocalDateTime start = start(calendar, received, LocalTime.MAX);
        List<LocalDateTime> ends = new ArrayList<>();
        LocalDate day = start.toLocalDate();
        boolean currentSeen = false;
        while (ends.size() < halves) {
            if (calendar.day(day).counts()) {
                for (Week.Hours hours : calendar.day(day).hours()) {
                    boolean running = !day.atTime(hours.from()).isAfter(start)
                            && !day.atTime(hours.until()).isBefore(start);
                    if (running && !currentSeen) {
                        currentSeen = true;
                    } else if (!day.atTime(hours.until()).isBefore(start)) {
                        ends.add(day.atTime(hours.until()));
                    }
                }
            }
            day = day.plusDays(1);
        }
        assertThat(due(calendar, received, TimeLimit.halfDays(halves))).isEqualTo(ends.get(halves - 1));
    }

    /// Civil Code 2015 art. 148.5.
    @Property(tries = 400)
    void calendarDaysEndOnTheFirstDayThatCountsFromTheLastOn(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") LocalDateTime received,
            @ForAll @IntRange(min = 1, max = 90) int days) {
        LocalDate last = start(calendar, received, LocalTime.MAX).toLocalDate().plusDays(days);
        while (!calendar.day(last).counts()) {
            last = last.plusDays(1);
        }
        Deadline deadline = calendar.deadline(WorkingCalendar.instant(received), TimeLimit.calendarDays(days));
        assertThat(WorkingCalendar.local(deadline.due()))
                .isEqualTo(last.atTime(calendar.day(last).hours().getLast().until()));
    }

    /// The inverse: the open minutes between two moments.
    @Property(tries = 300)
    void theTimeBetweenIsTheOpenMinutes(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") LocalDateTime from,
            @ForAll @IntRange(max = 12_000) int minutes) {
        long open = 0;
        for (int i = 0; i < minutes; i++) {
            if (openAndCounting(calendar, from.plusMinutes(i))) {
                open++;
            }
        }
        assertThat(calendar.between(WorkingCalendar.instant(from), WorkingCalendar.instant(from.plusMinutes(minutes)))
                        .length())
                .isEqualTo(Duration.ofMinutes(open));
    }

    /// Paused working days: the days that counted and were not waited through are exactly the limit.
    @Property(tries = 300)
    void aPauseTakesTheWaitedDaysOut(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") LocalDateTime received,
            @ForAll @IntRange(min = 5, max = 30) int days,
            @ForAll @IntRange(max = 4_000) int askedAfter,
            @ForAll @IntRange(max = 20_000) int answeredAfter) {
        LocalDateTime asked = received.plusMinutes(askedAfter);
        LocalDateTime answered = asked.plusMinutes(answeredAfter);
        TimeLimit limit = TimeLimit.workingDays(days);
        LocalDateTime start = start(calendar, received, LocalTime.MAX);
        LocalDate from = (asked.isBefore(start) ? start : asked).toLocalDate();
        LocalDate until = start(calendar, answered, LocalTime.MAX).toLocalDate();
        long waited = until.isBefore(from)
                ? 0
                : from.plusDays(1)
                        .datesUntil(until.plusDays(1))
                        .filter(day -> calendar.day(day).counts())
                        .count();
        Instant due = calendar.deadline(
                        WorkingCalendar.instant(received),
                        limit,
                        List.of(new Supplement(WorkingCalendar.instant(asked), WorkingCalendar.instant(answered))),
                        Supplement.Policy.PAUSE)
                .due();
        assertThat(WorkingCalendar.local(due))
                .isEqualTo(due(calendar, received, TimeLimit.workingDays(Math.toIntExact(days + waited))));
    }

    /// The first minute from `received` on at which the office is open and the rule's hour is not passed.
    private static LocalDateTime start(WorkingCalendar calendar, LocalDateTime received, LocalTime cutOff) {
        LocalDateTime at = received;
        while (true) {
            LocalTime time = at.toLocalTime();
            boolean open = calendar.day(at.toLocalDate()).hours().stream()
                    .anyMatch(hours -> !time.isBefore(hours.from()) && !time.isAfter(hours.until()));
            boolean inTime = !time.isAfter(cutOff) || at.toLocalDate().isAfter(received.toLocalDate());
            if (open && inTime) {
                return at;
            }
            at = at.plusMinutes(1);
        }
    }

    private static boolean openAndCounting(WorkingCalendar calendar, LocalDateTime at) {
        CalendarDay day = calendar.day(at.toLocalDate());
        LocalTime time = at.toLocalTime();
        return day.counts()
                && day.hours().stream().anyMatch(hours -> !time.isBefore(hours.from()) && time.isBefore(hours.until()));
    }

    private static LocalDateTime due(WorkingCalendar calendar, LocalDateTime received, TimeLimit limit) {
        return WorkingCalendar.local(
                calendar.deadline(WorkingCalendar.instant(received), limit).due());
    }

    @Provide
    Arbitrary<LocalTime> cutOffs() {
        return Arbitraries.of(LocalTime.of(15, 0), LocalTime.of(16, 0), LocalTime.MAX);
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return Arbitraries.integers()
                .between(0, DAYS * 24 * 60)
                .map(minutes -> FIRST.atStartOfDay().plusMinutes(minutes));
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        Arbitrary<Week> weeks = Arbitraries.of(
                Week.ORDINARY, Week.ORDINARY.withSaturdayMorning(false), Week.ORDINARY.withSaturdayMorning(true));
        return Combinators.combine(weeks, adjustment().list().ofMaxSize(20)).as((week, more) -> {
            List<Adjustment> all = new ArrayList<>(HolidayRules.announced());
            all.addAll(more);
            return WorkingCalendar.of(CalendarId.PROVINCE, week, all);
        });
    }

    private static Arbitrary<Adjustment> adjustment() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, DAYS))
                .as((kind, offset) -> {
                    LocalDate day = FIRST.plusDays(offset);
                    LocalDate weekday = day.getDayOfWeek().getValue() > 5 ? day.with(DayOfWeek.WEDNESDAY) : day;
                    LocalDate saturday = day.with(DayOfWeek.SATURDAY);
                    return switch (kind) {
                        case 0 -> new Adjustment.Swap(weekday, saturday, SOURCE);
                        case 1 -> new Adjustment.MakeUp(saturday, SOURCE);
                        case 2 -> new Adjustment.HalfDay(weekday, Adjustment.Half.AFTERNOON, SOURCE);
                        default -> new Adjustment.DayOff(weekday, SOURCE);
                    };
                });
    }
}
