package vn.thongsuot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.calendar.CalendarDay.Kind;
import vn.thongsuot.calendar.CalendarVersion.Change;
import vn.thongsuot.shared.Problem;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Signals;
import vn.thongsuot.shared.Text;

/// Calendars and what administrators enter into them, as versions in a real database.
@SpringBootTest
@Proves("H4.1")
class CalendarChangesTests {

    private static final Author BY = Author.job("test");
    private static final Text SOURCE = Text.of("Quyết định 812/QĐ-UBND");
    private static final CalendarId PROVINCE = CalendarId.PROVINCE;

    @Autowired
    CalendarChanges changes;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarQueries queries;

    @Autowired
    Signals signals;

    @Autowired
    ObjectProvider<CalendarKeepers> keepers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void opensTheProvincesCalendarWithOrdinaryHoursAndEverythingAnnounced() {
        WorkingCalendar first = calendars.of(PROVINCE, 1);
        assertThat(first.week()).isEqualTo(Week.ORDINARY);
        for (int year = 2020; year <= 2026; year++) {
            assertThat(first.year(year))
                    .containsExactlyElementsOf(
                            WorkingCalendar.standard().year(year).toList());
        }
        changes.openProvince();
        assertThat(calendars.versions(PROVINCE).stream().filter(version -> version.change() == Change.OPENED))
                .as("opened once")
                .hasSize(1);
        assertThat(calendars.all().getFirst().id()).isEqualTo(PROVINCE);
    }

    @Test
    void entersEachKindOfAdjustmentAsAVersion() {
        CalendarId id = opened();
        LocalDate friday = LocalDate.of(2025, 3, 14);
        List<Adjustment> kinds = List.of(
                new Adjustment.Swap(friday, friday.plusDays(1), SOURCE),
                new Adjustment.MakeUp(friday.plusDays(8), SOURCE),
                new Adjustment.HalfDay(friday.plusDays(3), Adjustment.Half.AFTERNOON, SOURCE),
                new Adjustment.DayOff(friday.plusDays(4), SOURCE),
                new Adjustment.Choice(Adjustment.Holiday.TET, LocalDate.of(2030, 1, 30), SOURCE));
        for (Adjustment adjustment : kinds) {
            long version = calendars.of(id).version();
            UUID entry = changes.enter(id, version, adjustment, null, BY);
            assertThat(calendars.of(id).version()).isEqualTo(version + 1);
            assertThat(calendars.of(id).adjustments()).containsEntry(entry, adjustment);
        }
        WorkingCalendar calendar = calendars.of(id);
        assertThat(calendar.day(friday).kind()).isEqualTo(Kind.SWAPPED_OFF);
        assertThat(calendar.day(friday.plusDays(1)).kind()).isEqualTo(Kind.MAKE_UP);
        assertThat(calendar.day(friday.plusDays(8)).kind()).isEqualTo(Kind.MAKE_UP);
        assertThat(calendar.day(friday.plusDays(3)).kind()).isEqualTo(Kind.HALF_DAY);
        assertThat(calendar.day(friday.plusDays(4)).kind()).isEqualTo(Kind.DAY_OFF);
        assertThat(calendar.day(LocalDate.of(2030, 1, 30)).confirmed()).isTrue();
    }

    /// What an older deadline was computed with answers the same for ever.
    @Test
    @Proves({"H4.1", "H4.2"})
    void keepsEveryOldVersionReadable() {
        CalendarId id = opened();
        LocalDate day = LocalDate.of(2025, 3, 18);
        var received = WorkingCalendar.instant(LocalDateTime.parse("2025-03-17T09:00"));
        Deadline before = calendars.of(id).deadline(received, TimeLimit.workingDays(1));
        UUID entry = changes.enter(id, before.version(), new Adjustment.DayOff(day, SOURCE), "bão số 1", BY);
        Deadline after = calendars.of(id).deadline(received, TimeLimit.workingDays(1));
        assertThat(after.due()).isAfter(before.due());
        assertThat(after.reasons())
                .filteredOn(reason -> reason.why() == Deadline.Why.DAY_OFF)
                .extracting(Deadline.Reason::source)
                .containsExactly(Text.of("Quyết định 812/QĐ-UBND: bão số 1"));
        changes.withdraw(id, after.version(), entry, BY);
        assertThat(calendars.of(id).deadline(received, TimeLimit.workingDays(1)).due())
                .isEqualTo(before.due());
        assertThat(calendars
                        .of(id, after.version())
                        .deadline(received, TimeLimit.workingDays(1))
                        .due())
                .isEqualTo(after.due());
        assertThat(calendars.of(id, before.version()).deadline(received, TimeLimit.workingDays(1)))
                .isEqualTo(before);
        assertThat(calendars.entries(id, after.version()))
                .extracting(CalendarEntry::id)
                .containsExactly(entry);
        assertThat(calendars.versions(id))
                .extracting(CalendarVersion::change)
                .containsExactly(Change.WITHDRAWN, Change.ENTERED, Change.OPENED);
    }

    @Test
    void undoesAChangeByANewVersion() {
        CalendarId id = opened();
        UUID kept = changes.enter(id, 1, new Adjustment.DayOff(LocalDate.of(2025, 3, 18), SOURCE), null, BY);
        changes.withdraw(id, 2, kept, BY);
        changes.enter(id, 3, new Adjustment.DayOff(LocalDate.of(2025, 3, 19), SOURCE), null, BY);
        changes.changeHours(id, 4, Week.ORDINARY.withSaturdayMorning(true), BY);
        changes.restore(id, 5, 2, BY);
        WorkingCalendar restored = calendars.of(id);
        assertThat(restored.version()).isEqualTo(6);
        assertThat(restored.adjustments()).isEqualTo(calendars.of(id, 2).adjustments());
        assertThat(restored.week()).isEqualTo(Week.ORDINARY);
        assertThat(calendars.of(id, 5).week().saturdayCounts()).isTrue();
        assertThat(calendars.versions(id).getFirst().restored()).isEqualTo(2);
        assertThat(calendars.entries(id, 4)).hasSize(1);
    }

    /// A change of the province's calendar is a version of every calendar that takes over from it.
    @Test
    void takesOverWhatIsEnteredIntoTheProvinces() {
        CalendarId id = opened();
        LocalDate day = LocalDate.of(2025, 8, 14);
        long province = calendars.of(PROVINCE).version();
        UUID entry = changes.enter(PROVINCE, province, new Adjustment.DayOff(day, SOURCE), null, BY);
        WorkingCalendar child = calendars.of(id);
        assertThat(child.version()).isEqualTo(2);
        assertThat(child.day(day).kind()).isEqualTo(Kind.DAY_OFF);
        assertThat(child.adjustments())
                .as("the province's, not the calendar's own")
                .isEmpty();
        assertThat(calendars.versions(id).getFirst().parentVersion()).isEqualTo(province + 1);
        changes.withdraw(PROVINCE, province + 1, entry, BY);
        assertThat(calendars.of(id).day(day).kind()).isEqualTo(Kind.WORKING);
        assertThat(calendars.of(id, 2).day(day).kind()).isEqualTo(Kind.DAY_OFF);
    }

    @Test
    void keepsHoursOfItsOwn() {
        CalendarId id = new CalendarId("police-" + UUID.randomUUID().toString().substring(0, 8));
        changes.open(id, Text.of("Công an"), Week.ORDINARY.withSaturdayMorning(false), BY);
        assertThat(calendars.of(id).day(LocalDate.of(2024, 11, 23)).kind()).isEqualTo(Kind.COUNTER_ONLY);
        assertThat(calendars.of(PROVINCE).day(LocalDate.of(2024, 11, 23)).kind())
                .isEqualTo(Kind.WEEKEND);
        refused(CalendarProblem.CALENDAR_EXISTS, () -> changes.open(id, Text.of("Công an"), Week.ORDINARY, BY));
        refused(CalendarProblem.CALENDAR_ABSENT, () -> calendars.of(new CalendarId("nobody")));
        refused(CalendarProblem.CALENDAR_ABSENT, () -> new CalendarId("Không phải mã"));
        refused(CalendarProblem.VERSION_ABSENT, () -> calendars.of(id, 99));
        refused(CalendarProblem.HOURS_INVALID, () -> new Week.Hours(LocalTime.of(11, 0), LocalTime.of(7, 0)));
    }

    @Test
    void refusesWhatDoesNotFitTheDayItIsFor() {
        CalendarId id = opened();
        LocalDate sunday = LocalDate.of(2025, 3, 16);
        LocalDate tet = LocalDate.of(2025, 1, 29);
        refusedEntry(id, CalendarProblem.NOT_A_WORKING_DAY, new Adjustment.DayOff(sunday, SOURCE));
        refusedEntry(id, CalendarProblem.NOT_A_WORKING_DAY, new Adjustment.DayOff(tet, SOURCE));
        refusedEntry(
                id, CalendarProblem.NOT_A_WORKING_DAY, new Adjustment.HalfDay(sunday, Adjustment.Half.MORNING, SOURCE));
        refusedEntry(id, CalendarProblem.NOT_A_DAY_OFF, new Adjustment.MakeUp(sunday.plusDays(1), SOURCE));
        refusedEntry(id, CalendarProblem.NOT_A_DAY_OFF, new Adjustment.MakeUp(tet, SOURCE));
        refusedEntry(
                id, CalendarProblem.NOT_A_DAY_OFF, new Adjustment.Swap(sunday.plusDays(1), sunday.plusDays(2), SOURCE));
        refusedEntry(id, CalendarProblem.SOURCE_MISSING, new Adjustment.MakeUp(sunday, Text.of("  ")));
        refusedEntry(id, CalendarProblem.YEAR_OUTSIDE, new Adjustment.DayOff(LocalDate.of(2041, 1, 2), SOURCE));
        refusedEntry(id, CalendarProblem.CHOSEN_ALREADY, choice(Adjustment.Holiday.TET, "2026-02-15"));
        refusedEntry(id, CalendarProblem.CHOICE_OUTSIDE, choice(Adjustment.Holiday.TET, "2028-01-21"));
        refusedEntry(id, CalendarProblem.CHOICE_OUTSIDE, choice(Adjustment.Holiday.NATIONAL_DAY, "2028-09-03"));
        changes.tryOut(id, 1, choice(Adjustment.Holiday.TET, "2028-01-22"));
        changes.tryOut(id, 1, choice(Adjustment.Holiday.NATIONAL_DAY, "2028-09-02"));
        refused(CalendarProblem.ADJUSTMENT_ABSENT, () -> changes.withdraw(id, 1, UUID.randomUUID(), BY));
        assertThat(calendars.of(id).version()).as("nothing was written").isEqualTo(1);
    }

    @Test
    void refusesAChangeMadeOnAnOlderVersion() {
        CalendarId id = opened();
        changes.enter(id, 1, new Adjustment.DayOff(LocalDate.of(2025, 3, 18), SOURCE), null, BY);
        refused(
                SharedProblem.CHANGED_MEANWHILE,
                () -> changes.enter(id, 1, new Adjustment.DayOff(LocalDate.of(2025, 3, 19), SOURCE), null, BY));
        refused(SharedProblem.CHANGED_MEANWHILE, () -> changes.changeHours(id, 1, Week.ORDINARY, BY));
        refused(SharedProblem.CHANGED_MEANWHILE, () -> changes.restore(id, 1, 1, BY));
        assertThat(calendars.versions(id)).hasSize(2);
    }

    @Test
    void letsExactlyOneOfManyChangesAtOnceWin() throws Exception {
        CalendarId id = opened();
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LocalDate day = LocalDate.of(2025, 3, 17).plusDays(i % 5).plusWeeks(i);
            attempts.add(() -> {
                changes.enter(id, 1, new Adjustment.DayOff(day, SOURCE), null, BY);
                return true;
            });
        }
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : threads.invokeAll(attempts)) {
                try {
                    won += attempt.get() ? 1 : 0;
                } catch (ExecutionException lost) {
                    assertThat(lost.getCause())
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal ->
                                            assertThat(refusal.problem()).isEqualTo(SharedProblem.CHANGED_MEANWHILE));
                }
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(calendars.of(id).version()).isEqualTo(2);
    }

    @Test
    @Proves({"H4.1", "H7.1"})
    void leavesATraceOfEachVersion() {
        CalendarId id = opened();
        UUID entry = changes.enter(id, 1, new Adjustment.DayOff(LocalDate.of(2025, 3, 18), SOURCE), null, BY);
        changes.withdraw(id, 2, entry, BY);
        changes.restore(id, 3, 2, BY);
        changes.changeHours(id, 4, Week.ORDINARY.withSaturdayMorning(false), BY);
        assertThat(jdbc.sql("""
                                select version from audit.entry
                                 where thing_kind = 'calendar' and thing_id = :id order by version
                                """).param("id", id.value()).query(Long.class).list())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    /// A second node keeps its own memory and hears of the change by a signal.
    @Test
    void isReadAnewOnEveryNode() throws Exception {
        Calendars otherNode = new Calendars(queries, signals, keepers);
        CalendarId id = opened();
        long until = System.nanoTime() + 5_000_000_000L;
        while (!otherNode.has(id) && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertThat(otherNode.of(id).version()).isEqualTo(1);
    }

    /// Under load, an announcement heard late must not bring back what was read before the change.
    @Test
    void neverForgetsAChangeBecauseOfALateAnnouncement() throws Exception {
        CalendarId id = opened();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                List<java.util.concurrent.Future<?>> late = new ArrayList<>();
                for (int j = 0; j < 4; j++) {
                    late.add(threads.submit(calendars::refresh));
                }
                LocalDate day = LocalDate.of(2025, 7, 3).plusWeeks(i);
                changes.enter(id, i + 1, new Adjustment.DayOff(day, SOURCE), null, BY);
                assertThat(calendars.of(id).version()).isEqualTo(i + 2);
                for (var heard : late) {
                    heard.get();
                }
                assertThat(calendars.of(id).version()).isEqualTo(i + 2);
            }
        }
    }

    private static Adjustment.Choice choice(Adjustment.Holiday holiday, String day) {
        return new Adjustment.Choice(holiday, LocalDate.parse(day), SOURCE);
    }

    /// A fresh calendar, so that tests do not meet in one.
    private CalendarId opened() {
        CalendarId id = new CalendarId("test-" + UUID.randomUUID().toString().substring(0, 8));
        changes.open(id, Text.of("Lịch thử"), Week.ORDINARY, BY);
        return id;
    }

    private void refusedEntry(CalendarId id, Problem problem, Adjustment adjustment) {
        refused(problem, () -> changes.tryOut(id, 1, adjustment));
        refused(problem, () -> changes.enter(id, 1, adjustment, null, BY));
    }

    private static void refused(Problem problem, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
