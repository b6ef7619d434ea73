package vn.thongsuot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thongsuot.Proves;
import vn.thongsuot.calendar.Deadline.Why;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Text;

/// Deadlines computed by hand from the law, and the chain of reasons each of them tells.
@Proves({"H4.2", "H4.3"})
class DeadlineTests {

    private final WorkingCalendar calendar = WorkingCalendar.standard();

    /// Each row was counted by hand on a paper calendar.
    @ParameterizedTest(name = "{0} + {1} {2} = {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-11-22T08:00 | 1   | WORKING_DAYS  | 2024-11-25T17:00 | Friday, one day: Monday",
                "2024-11-22T08:00 | 5   | WORKING_DAYS  | 2024-11-29T17:00 | a week",
                "2024-11-13T19:40 | 10  | WORKING_DAYS  | 2024-11-28T17:00 | in the evening: received on 14/11",
                "2025-01-24T16:30 | 1   | WORKING_DAYS  | 2025-02-03T17:00 | Tết 2025 was off from 25/01 to 02/02",
                "2025-01-20T09:00 | 7   | WORKING_DAYS  | 2025-02-05T17:00 | 21-24/1 are four, 3-5/2 three",
                "2025-01-27T09:00 | 1   | WORKING_DAYS  | 2025-02-04T17:00 | received at Tết counts as 3/2",
                "2024-04-26T10:00 | 1   | WORKING_DAYS  | 2024-05-02T17:00 | 29/4 swapped, 30/4, 1/5 off",
                "2024-04-26T10:00 | 3   | WORKING_DAYS  | 2024-05-04T17:00 | Saturday 4/5 is made up: third day",
                "2024-04-26T10:00 | 4   | WORKING_DAYS  | 2024-05-06T17:00 | and then Monday",
                "2026-04-24T10:00 | 2   | WORKING_DAYS  | 2026-04-29T17:00 | 27/4 in lieu of Giỗ Tổ on Sunday",
                "2026-11-23T10:00 | 1   | WORKING_DAYS  | 2026-11-25T17:00 | 24/11 is Culture Day",
                "2024-11-22T08:00 | 0   | WORKING_DAYS  | 2024-11-22T17:00 | within the day",
                "2024-11-23T08:00 | 0   | WORKING_DAYS  | 2024-11-25T17:00 | within the day, on a Saturday",
                "2024-11-22T17:00 | 1   | WORKING_DAYS  | 2024-11-25T17:00 | in the last minute",
                "2024-11-22T17:01 | 1   | WORKING_DAYS  | 2024-11-26T17:00 | a minute after hours",
                "2024-11-22T08:00 | 8   | WORKING_HOURS | 2024-11-25T08:00 | eight hours are a day",
                "2024-11-22T08:00 | 4   | WORKING_HOURS | 2024-11-22T14:00 | over the lunch break",
                "2024-11-22T12:00 | 2   | WORKING_HOURS | 2024-11-22T15:30 | received in the lunch break",
                "2024-11-22T06:00 | 2   | WORKING_HOURS | 2024-11-22T09:00 | received before hours",
                "2024-11-22T16:00 | 2   | WORKING_HOURS | 2024-11-25T08:00 | over the weekend",
                "2024-11-22T20:00 | 2   | WORKING_HOURS | 2024-11-25T09:00 | received in the evening",
                "2024-11-22T07:00 | 8   | WORKING_HOURS | 2024-11-22T17:00 | ends with the day, not next morning",
                "2024-11-22T08:00 | 1   | HALF_DAYS     | 2024-11-22T17:00 | morning: end of the afternoon",
                "2024-11-22T14:00 | 1   | HALF_DAYS     | 2024-11-25T11:30 | afternoon: end of Monday morning",
                "2024-11-22T14:00 | 20  | HALF_DAYS     | 2024-12-06T17:00 | twenty half days from an afternoon",
                "2024-11-22T08:00 | 7   | CALENDAR_DAYS | 2024-11-29T17:00 | all days",
                "2024-11-22T08:00 | 1   | CALENDAR_DAYS | 2024-11-25T17:00 | ends on Saturday: Monday",
                "2025-01-15T08:00 | 12  | CALENDAR_DAYS | 2025-02-03T17:00 | ends at Tết: first day after",
            })
    void isWhatWasCountedByHand(
            LocalDateTime received, int amount, TimeLimit.Unit unit, LocalDateTime due, String why) {
        assertThat(due(received, TimeLimit.of(amount, unit))).as(why).isEqualTo(due);
    }

    /// Decree 23/2015 art. 7. The worked example: Wednesday 29/4/2026 15:30, then 30/4, 1/5 and a weekend.
    @Test
    void movesASameDayProcedureReceivedAfter15ToTheNextWorkingDay() {
        Deadline deadline = calendar.deadline(at("2026-04-29T15:30"), TimeLimit.sameDay());
        assertThat(deadline.due()).isEqualTo(at("2026-05-04T17:00"));
        assertThat(deadline.reasons())
                .extracting(Deadline.Reason::why)
                .containsExactly(
                        Why.AFTER_CUT_OFF,
                        Why.HOLIDAY,
                        Why.HOLIDAY,
                        Why.WEEKEND,
                        Why.STARTED_WITHIN_THE_DAY,
                        Why.DUE_WITHIN_THE_DAY);
        assertThat(due(LocalDateTime.parse("2026-04-29T15:00"), TimeLimit.sameDay()))
                .as("at 15:00 sharp it is not after 15:00")
                .isEqualTo(LocalDateTime.parse("2026-04-29T17:00"));
    }

    /// The rule may say that the day of reception is the first.
    @Test
    void countsTheFirstDayWhereTheRuleSaysSo() {
        LocalDateTime thursday = LocalDateTime.parse("2024-11-14T07:00");
        assertThat(due(thursday, TimeLimit.workingDays(10).countingTheFirstDay()))
                .isEqualTo(LocalDateTime.parse("2024-11-27T17:00"));
        assertThat(due(thursday, TimeLimit.workingDays(10))).isEqualTo(LocalDateTime.parse("2024-11-28T17:00"));
        assertThat(due(thursday, TimeLimit.halfDays(1).countingTheFirstDay()))
                .isEqualTo(LocalDateTime.parse("2024-11-14T11:30"));
        assertThat(due(thursday, TimeLimit.calendarDays(7).countingTheFirstDay()))
                .isEqualTo(LocalDateTime.parse("2024-11-20T17:00"));
    }

    /// Received on Thursday evening, thus on 25/4; then 26/4 (made up), 28/4, 29/4, 5/5 and 6/5 are the five
    /// days.
    @Test
    void tellsEachDaySkippedWithItsRuleAndSource() {
        Deadline deadline = calendar.deadline(at("2025-04-24T19:40"), TimeLimit.workingDays(5));
        assertThat(deadline.due()).isEqualTo(at("2025-05-06T17:00"));
        assertThat(deadline.start()).isEqualTo(at("2025-04-25T07:00"));
        List<Deadline.Reason> chain = deadline.reasons();
        assertThat(chain)
                .extracting(Deadline.Reason::why)
                .containsExactly(
                        Why.AFTER_HOURS,
                        Why.STARTED,
                        Why.MAKE_UP,
                        Why.WEEKEND,
                        Why.HOLIDAY,
                        Why.HOLIDAY,
                        Why.SWAPPED_OFF,
                        Why.WEEKEND,
                        Why.DUE);
        assertThat(chain.get(5).from()).isEqualTo(LocalDateTime.parse("2025-05-01T00:00"));
        assertThat(chain.get(5).arguments())
                .containsExactly(new Text("Ngày Quốc tế lao động", "International Labour Day"));
        assertThat(chain.get(6).source())
                .isEqualTo(new Text("Văn bản 8726/VPCP-KGVX ngày 26/11/2024", "Letter 8726/VPCP-KGVX of 26/11/2024"));
        assertThat(chain.get(7).until()).isEqualTo(LocalDate.of(2025, 5, 4));
        assertThat(chain).as("every skipped day names its source").allSatisfy(reason -> {
            if (reason.why().mark() == Deadline.Mark.PASSED_OVER) {
                assertThat(reason.source()).isNotNull();
            }
        });
    }

    /// Thursday and Friday both swapped by one letter: each is made up on its own Saturday, and the chain says which.
    @Test
    void tellsSwappedDaysInARowOneByOne() {
        LocalDate thursday = LocalDate.of(2025, 3, 13);
        Text letter = Text.of("Công văn 1");
        WorkingCalendar swapped = WorkingCalendar.of(
                CalendarId.PROVINCE,
                Week.ORDINARY,
                List.of(
                        new Adjustment.Swap(thursday, thursday.plusDays(2), letter),
                        new Adjustment.Swap(thursday.plusDays(1), thursday.plusDays(9), letter)));
        assertThat(swapped.deadline(at("2025-03-12T08:00"), TimeLimit.workingDays(1))
                        .reasons())
                .filteredOn(reason -> reason.why() == Why.SWAPPED_OFF)
                .extracting(reason -> reason.arguments().getFirst())
                .containsExactly(thursday.plusDays(2), thursday.plusDays(9));
    }

    @Test
    void saysSoWhenTheDaysOffAreNotAnnouncedYet() {
        Deadline deadline = calendar.deadline(at("2027-02-01T08:00"), TimeLimit.workingDays(5));
        assertThat(deadline.reasons())
                .filteredOn(reason -> reason.why() == Why.HOLIDAY)
                .isNotEmpty()
                .noneMatch(Deadline.Reason::confirmed);
    }

    @Test
    void countsAHalfDayAsADayAndEndsWithIt() {
        LocalDate friday = LocalDate.of(2024, 11, 29);
        WorkingCalendar half = WorkingCalendar.of(
                CalendarId.PROVINCE,
                Week.ORDINARY,
                List.of(new Adjustment.HalfDay(friday, Adjustment.Half.AFTERNOON, Text.of("Công văn 1"))));
        assertThat(half.deadline(at("2024-11-28T09:00"), TimeLimit.workingDays(1))
                        .due())
                .isEqualTo(at("2024-11-29T11:30"));
        assertThat(half.deadline(at("2024-11-28T16:00"), TimeLimit.workingHours(6))
                        .due())
                .isEqualTo(at("2024-12-02T07:30"));
        assertThat(half.deadline(at("2024-11-29T14:00"), TimeLimit.workingDays(1))
                        .due())
                .as("received in the free afternoon")
                .isEqualTo(at("2024-12-03T17:00"));
    }

    /// A counter open on Saturday receives there and then; deadlines do not count the day.
    @Test
    void receivesOnASaturdayMorningWithoutCountingIt() {
        WorkingCalendar police =
                WorkingCalendar.of(new CalendarId("police"), Week.ORDINARY.withSaturdayMorning(false), List.of());
        Deadline deadline = police.deadline(at("2024-11-23T09:00"), TimeLimit.workingDays(1));
        assertThat(deadline.start()).isEqualTo(at("2024-11-23T09:00"));
        assertThat(deadline.due()).isEqualTo(at("2024-11-25T17:00"));
        assertThat(police.deadline(at("2024-11-23T09:00"), TimeLimit.workingHours(2))
                        .due())
                .isEqualTo(at("2024-11-25T09:00"));
        assertThat(police.deadline(at("2024-11-23T09:00"), TimeLimit.sameDay()).due())
                .isEqualTo(at("2024-11-25T17:00"));
    }

    /// Decree 61/2018 art. 19.4: the time limit starts again when the dossier is complete. Received 18/11, asked
    /// 20/11, answered 26/11: ten working days from 26/11 end on 10/12; paused, the four days from 21/11 to 26/11
    /// are not counted and 2/12 becomes 6/12; shifted, 2/12 moves by six days to Sunday, thus to Monday 9/12.
    @ParameterizedTest
    @CsvSource({"RESTART,2024-12-10T17:00", "PAUSE,2024-12-06T17:00", "SHIFT,2024-12-09T17:00"})
    void followsThePolicyOfASupplement(Supplement.Policy policy, LocalDateTime due) {
        List<Supplement> once = List.of(new Supplement(at("2024-11-20T10:00"), at("2024-11-26T09:00")));
        Deadline deadline = calendar.deadline(at("2024-11-18T08:00"), TimeLimit.workingDays(10), once, policy);
        assertThat(deadline.due()).isEqualTo(WorkingCalendar.instant(due));
        assertThat(deadline.reasons())
                .extracting(Deadline.Reason::why)
                .contains(Why.ASKED)
                .contains(
                        switch (policy) {
                            case RESTART -> Why.RESTARTED;
                            case PAUSE -> Why.PAUSED;
                            case SHIFT -> Why.SHIFTED;
                        });
    }

    /// Eight working hours from Monday 08:00; asked at 10:00, answered next day at 10:00: six hours remain.
    @Test
    void pausesHoursToTheMinute() {
        List<Supplement> once = List.of(new Supplement(at("2024-11-18T10:00"), at("2024-11-19T10:00")));
        assertThat(calendar.deadline(at("2024-11-18T08:00"), TimeLimit.workingHours(8), once, Supplement.Policy.PAUSE)
                        .due())
                .isEqualTo(at("2024-11-20T08:00"));
    }

    @Test
    void doesNotCureLatenessByAskingForMore() {
        List<Supplement> late = List.of(new Supplement(at("2024-11-27T10:00"), at("2024-12-02T09:00")));
        for (Supplement.Policy policy : Supplement.Policy.values()) {
            Deadline deadline = calendar.deadline(at("2024-11-18T08:00"), TimeLimit.workingDays(3), late, policy);
            assertThat(deadline.due()).as("%s", policy).isEqualTo(at("2024-11-21T17:00"));
            assertThat(deadline.reasons()).extracting(Deadline.Reason::why).contains(Why.ASKED_TOO_LATE);
        }
    }

    @Test
    void refusesSupplementsOutOfOrder() {
        assertRefused(
                CalendarProblem.SUPPLEMENT_ORDER, () -> new Supplement(at("2024-11-20T10:00"), at("2024-11-19T10:00")));
        assertRefused(
                CalendarProblem.SUPPLEMENT_ORDER,
                () -> calendar.deadline(
                        at("2024-11-18T08:00"),
                        TimeLimit.workingDays(3),
                        List.of(new Supplement(at("2024-11-17T10:00"), at("2024-11-19T10:00"))),
                        Supplement.Policy.PAUSE));
        assertRefused(CalendarProblem.LIMIT_INVALID, () -> TimeLimit.workingDays(-1));
    }

    /// Friday 14:00 to next Friday 17:00: three hours and five days.
    @Test
    void measuresTheOfficesTimeBetweenTwoMoments() {
        WorkingTime time = calendar.between(at("2024-11-22T14:00"), at("2024-11-29T17:00"));
        assertThat(time.days()).isEqualTo(5);
        assertThat(time.hours()).isEqualTo(3);
        assertThat(time.minutes()).isZero();
        assertThat(calendar.between(at("2025-01-25T00:00"), at("2025-02-02T23:59"))
                        .length())
                .as("all of Tết 2025")
                .isZero();
        assertThat(calendar.workingDaysBetween(at("2024-04-26T10:00"), at("2024-05-04T10:00")))
                .isEqualTo(3);
    }

    private LocalDateTime due(LocalDateTime received, TimeLimit limit) {
        return LocalDateTime.ofInstant(
                calendar.deadline(WorkingCalendar.instant(received), limit).due(), BusinessClock.ZONE);
    }

    private static Instant at(String local) {
        return WorkingCalendar.instant(LocalDateTime.parse(local));
    }

    private static void assertRefused(CalendarProblem problem, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
