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
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Text;

/// What holds for every deadline, whatever the calendar, the reception and the limit.
@Proves("H4.2")
class DeadlinePropertiesTests {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
    private static final int DAYS = 6 * 365;
    private static final Text SOURCE = Text.of("Quyết định 1");

    @Property
    void neverLiesInThePastNorOnADayOffNorOutsideHours(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll("limits") TimeLimit limit) {
        Deadline deadline = calendar.deadline(received, limit);
        assertThat(deadline.start()).isAfterOrEqualTo(received);
        assertThat(deadline.due()).isAfterOrEqualTo(deadline.start());
        LocalDateTime due = WorkingCalendar.local(deadline.due());
        CalendarDay day = calendar.day(due.toLocalDate());
        assertThat(day.counts()).isTrue();
        assertThat(day.hours())
                .anyMatch(hours -> !due.toLocalTime().isBefore(hours.from())
                        && !due.toLocalTime().isAfter(hours.until()));
    }

    @Property
    void isLaterForWhatCameInLater(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(max = 20_000) int laterMinutes,
            @ForAll("limits") TimeLimit limit) {
        assertThat(calendar.deadline(received.plusSeconds(60L * laterMinutes), limit)
                        .due())
                .isAfterOrEqualTo(calendar.deadline(received, limit).due());
    }

    @Property
    void isLaterForALongerLimit(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll("limits") TimeLimit limit,
            @ForAll @IntRange(min = 1, max = 30) int more) {
        TimeLimit longer = new TimeLimit(limit.amount() + more, limit.unit(), limit.firstDay(), limit.cutOff());
        assertThat(calendar.deadline(received, longer).due())
                .isAfterOrEqualTo(calendar.deadline(received, limit).due());
    }

    /// Two limits one after the other are their sum, in the units of the office. (Not so for calendar days: a
    /// last day off moves the end once per limit.)
    @Property
    void addsUpInTheUnitsOfTheOffice(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll("officeUnits") TimeLimit.Unit unit,
            @ForAll @IntRange(min = 1, max = 40) int first,
            @ForAll @IntRange(min = 1, max = 40) int second) {
        Instant between = calendar.deadline(received, TimeLimit.of(first, unit)).due();
        assertThat(calendar.deadline(between, TimeLimit.of(second, unit)).due())
                .isEqualTo(calendar.deadline(received, TimeLimit.of(first + second, unit))
                        .due());
    }

    @Property
    void measuresBackTheHoursItWasGiven(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(max = 200) int hours) {
        Deadline deadline = calendar.deadline(received, TimeLimit.workingHours(hours));
        assertThat(calendar.between(received, deadline.due()).length()).isEqualTo(Duration.ofHours(hours));
    }

    @Property
    void measuresBackTheDaysItWasGiven(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Deadline deadline = calendar.deadline(received, TimeLimit.workingDays(days));
        assertThat(calendar.workingDaysBetween(deadline.start(), deadline.due()))
                .isEqualTo(days);
    }

    @Property
    void measuresSpansThatAddUp(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 30_000) int first,
            @ForAll @IntRange(max = 30_000) int second) {
        Instant middle = from.plusSeconds(60L * first);
        Instant end = middle.plusSeconds(60L * second);
        assertThat(calendar.between(from, middle)
                        .length()
                        .plus(calendar.between(middle, end).length()))
                .isEqualTo(calendar.between(from, end).length());
    }

    /// A pause costs the office nothing: the working hours outside it are exactly the limit.
    @Property
    void pausesWithoutLosingOrGainingTime(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(min = 1, max = 80) int hours,
            @ForAll @IntRange(max = 10_000) int askedAfter,
            @ForAll @IntRange(max = 20_000) int answeredAfter) {
        TimeLimit limit = TimeLimit.workingHours(hours);
        Instant asked = received.plusSeconds(60L * askedAfter);
        Instant answered = asked.plusSeconds(60L * answeredAfter);
        Instant plain = calendar.deadline(received, limit).due();
        Instant due = calendar.deadline(
                        received, limit, List.of(new Supplement(asked, answered)), Supplement.Policy.PAUSE)
                .due();
        if (asked.isAfter(plain)) {
            assertThat(due).isEqualTo(plain);
        } else {
            assertThat(calendar.between(received, asked)
                            .length()
                            .plus(calendar.between(answered, due).length()))
                    .isEqualTo(Duration.ofHours(hours));
        }
    }

    /// No policy lets a supplement shorten a limit; a restart is a fresh limit from the answer.
    @Property
    void neverShortensByASupplement(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll("limits") TimeLimit limit,
            @ForAll @IntRange(max = 3_000) int askedAfter,
            @ForAll @IntRange(max = 20_000) int answeredAfter) {
        Instant asked = received.plusSeconds(60L * askedAfter);
        Instant answered = asked.plusSeconds(60L * answeredAfter);
        List<Supplement> once = List.of(new Supplement(asked, answered));
        Instant plain = calendar.deadline(received, limit).due();
        for (Supplement.Policy policy : Supplement.Policy.values()) {
            Deadline deadline = calendar.deadline(received, limit, once, policy);
            assertThat(deadline.due()).as("%s", policy).isAfterOrEqualTo(plain);
            assertThat(calendar.day(WorkingCalendar.local(deadline.due()).toLocalDate())
                            .counts())
                    .isTrue();
        }
        if (!asked.isAfter(plain)) {
            assertThat(calendar.deadline(received, limit, once, Supplement.Policy.RESTART)
                            .due())
                    .isEqualTo(calendar.deadline(answered, limit).due());
        }
    }

    /// The chain begins at the reception, ends at the due moment, and between them names every day walked over
    /// that does not count.
    @Property
    void tellsEveryDayThatIsSkipped(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(min = 1, max = 40) int days) {
        Deadline deadline = calendar.deadline(received, TimeLimit.workingDays(days));
        List<LocalDate> told = new ArrayList<>();
        for (Deadline.Reason reason : deadline.reasons()) {
            if (!reason.why().moment() && reason.why().mark() == Deadline.Mark.PASSED_OVER) {
                LocalDate last = reason.until();
                LocalDate first = reason.from().toLocalDate();
                told.addAll(first.datesUntil((last == null ? first : last).plusDays(1))
                        .toList());
            }
        }
        LocalDate from = WorkingCalendar.local(received).toLocalDate();
        LocalDate to = WorkingCalendar.local(deadline.due()).toLocalDate();
        List<LocalDate> skipped = from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(day -> !calendar.day(day).counts())
                .toList();
        assertThat(told).containsExactlyElementsOf(skipped);
        assertThat(deadline.reasons()).isSortedAccordingTo(java.util.Comparator.comparing(Deadline.Reason::from));
        assertThat(deadline.reasons().getLast().why()).isEqualTo(Deadline.Why.DUE);
    }

    /// A version is a value: read again, whatever came after it, it answers the same.
    @Property
    void answersTheSameUnderTheSameVersion(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant received,
            @ForAll("limits") TimeLimit limit,
            @ForAll @IntRange(max = DAYS - 1) int closedDay) {
        Deadline before = calendar.deadline(received, limit);
        TreeMap<java.util.UUID, Adjustment> more = new TreeMap<>(calendar.adjustments());
        more.put(new java.util.UUID(Long.MAX_VALUE, 1), new Adjustment.DayOff(FIRST.plusDays(closedDay), SOURCE));
        WorkingCalendar next =
                new WorkingCalendar(calendar.id(), 2, calendar.name(), calendar.week(), calendar.rules(), more);
        WorkingCalendar readAgain = new WorkingCalendar(
                calendar.id(), 1, calendar.name(), calendar.week(), calendar.rules(), calendar.adjustments());
        assertThat(next.deadline(received, limit).due()).isAfterOrEqualTo(before.due());
        assertThat(calendar.deadline(received, limit)).isEqualTo(before);
        assertThat(readAgain.deadline(received, limit)).isEqualTo(before);
    }

    @Provide
    Arbitrary<TimeLimit.Unit> officeUnits() {
        return Arbitraries.of(TimeLimit.Unit.WORKING_DAYS, TimeLimit.Unit.HALF_DAYS, TimeLimit.Unit.WORKING_HOURS);
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        Arbitrary<LocalTime> cutOff =
                Arbitraries.of(LocalTime.of(15, 0), LocalTime.of(16, 0)).injectNull(0.6);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(TimeLimit.Unit.class),
                        Arbitraries.of(TimeLimit.FirstDay.class),
                        cutOff)
                .as(TimeLimit::new);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(0, DAYS * 24 * 60)
                .map(minutes -> WorkingCalendar.instant(FIRST.atStartOfDay().plusMinutes(minutes)));
    }

    /// The announced calendar with, on top, hours of three kinds and up to thirty random adjustments.
    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        Arbitrary<Week> weeks = Arbitraries.of(
                Week.ORDINARY, Week.ORDINARY.withSaturdayMorning(false), Week.ORDINARY.withSaturdayMorning(true));
        return Combinators.combine(weeks, adjustment().list().ofMaxSize(30)).as((week, more) -> {
            List<Adjustment> all = new ArrayList<>(HolidayRules.announced());
            all.addAll(more);
            return WorkingCalendar.of(CalendarId.PROVINCE, week, all);
        });
    }

    private static Arbitrary<Adjustment> adjustment() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, DAYS - 8))
                .as((kind, offset) -> {
                    LocalDate day = FIRST.plusDays(offset);
                    LocalDate saturday = day.with(DayOfWeek.SATURDAY);
                    return switch (kind) {
                        case 0 -> new Adjustment.Swap(weekday(day), saturday, SOURCE);
                        case 1 -> new Adjustment.MakeUp(saturday, SOURCE);
                        case 2 -> new Adjustment.HalfDay(weekday(day), Adjustment.Half.MORNING, SOURCE);
                        default -> new Adjustment.DayOff(weekday(day), SOURCE);
                    };
                });
    }

    private static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5 ? day.with(DayOfWeek.WEDNESDAY) : day;
    }
}
