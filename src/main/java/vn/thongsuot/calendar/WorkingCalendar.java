package vn.thongsuot.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Text;
import vn.thongsuot.shared.Uuids;

/// **Lịch làm việc.** One version of a calendar, never changing: which days and hours are worked, and all the
/// arithmetic of deadlines over them. Pure: the same question has the same answer for ever.
public final class WorkingCalendar {

    private final CalendarId id;
    private final long version;
    private final Text name;
    private final Week week;
    private final HolidayRules rules;
    private final Adjustments adjustments;
    private final DayTable table;

    WorkingCalendar(
            CalendarId id, long version, Text name, Week week, HolidayRules rules, Map<UUID, Adjustment> adjustments) {
        this(id, version, name, week, rules, new Adjustments(Map.of(), adjustments));
    }

    WorkingCalendar(CalendarId id, long version, Text name, Week week, HolidayRules rules, Adjustments adjustments) {
        this.id = id;
        this.version = version;
        this.name = name;
        this.week = week;
        this.rules = rules;
        this.adjustments = adjustments;
        this.table = new DayTable(week, rules, adjustments.inOrder());
    }

    /// The adjustments in force: those taken over from the calendar above, and the calendar's own.
    record Adjustments(Map<UUID, Adjustment> inherited, Map<UUID, Adjustment> own) {

        Adjustments {
            inherited = Map.copyOf(inherited);
            own = Map.copyOf(own);
        }

        /// Its own last, so that they have the last word; sorted, so that equal content gives equal tables however
        /// it was read.
        List<Adjustment> inOrder() {
            return Stream.of(inherited, own)
                    .flatMap(some -> some.entrySet().stream().sorted(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        Adjustments with(UUID id, Adjustment more) {
            Map<UUID, Adjustment> all = new LinkedHashMap<>(own);
            all.put(id, more);
            return new Adjustments(inherited, all);
        }

        Adjustments without(UUID id) {
            Map<UUID, Adjustment> rest = new LinkedHashMap<>(own);
            rest.remove(id);
            return new Adjustments(inherited, rest);
        }
    }

    /// The calendar an installation opens with: ordinary hours and everything announced so far. For tests of
    /// other modules, and where no database is at hand.
    public static WorkingCalendar standard() {
        return of(CalendarId.PROVINCE, Week.ORDINARY, HolidayRules.announced());
    }

    static WorkingCalendar of(CalendarId id, Week week, Collection<? extends Adjustment> adjustments) {
        Map<UUID, Adjustment> numbered = new LinkedHashMap<>();
        int number = 0;
        for (Adjustment adjustment : adjustments) {
            numbered.put(Uuids.next(Instant.ofEpochMilli(number++)), adjustment);
        }
        return new WorkingCalendar(
                id,
                1,
                new Text("Lịch làm việc của tỉnh", "Province’s working calendar"),
                week,
                HolidayRules.edition(HolidayRules.LATEST),
                numbered);
    }

    public CalendarId id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Text name() {
        return name;
    }

    public Week week() {
        return week;
    }

    /// What administrators entered into this calendar and did not withdraw.
    public Map<UUID, Adjustment> adjustments() {
        return adjustments.own();
    }

    /// The version that would come after this one if `more` were entered.
    WorkingCalendar with(UUID entry, Adjustment more) {
        return new WorkingCalendar(id, version + 1, name, week, rules, adjustments.with(entry, more));
    }

    /// The version that would come after this one if `entry` were withdrawn.
    WorkingCalendar without(UUID entry) {
        return new WorkingCalendar(id, version + 1, name, week, rules, adjustments.without(entry));
    }

    /// The version that would come after this one under other hours.
    WorkingCalendar under(Week other) {
        return new WorkingCalendar(id, version + 1, name, other, rules, adjustments);
    }

    /// The version that would come after this one with the hours and the own adjustments of `older`.
    WorkingCalendar like(WorkingCalendar older) {
        Adjustments mixed = new Adjustments(adjustments.inherited(), older.adjustments.own());
        return new WorkingCalendar(id, version + 1, name, older.week, rules, mixed);
    }

    List<Adjustment> inForce() {
        return adjustments.inOrder();
    }

    /// The years it can compute in.
    public int firstYear() {
        return rules.firstYear();
    }

    public int lastYear() {
        return rules.lastYear();
    }

    /// Whether it can say what `date` is.
    public boolean knows(LocalDate date) {
        return rules.knows(date.getYear());
    }

    HolidayRules rules() {
        return rules;
    }

    public CalendarDay day(LocalDate date) {
        return table.of(date);
    }

    /// The days from `from` to `to`, both included.
    public Stream<CalendarDay> days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw CalendarProblem.PERIOD_INVALID.because(Shown.day(from), Shown.day(to));
        }
        return from.datesUntil(to.plusDays(1)).map(table::of);
    }

    public Stream<CalendarDay> year(int year) {
        return table.days(year);
    }

    /// What is not as every week in `year`, in order: days alike in a row as one.
    public List<Spell> spells(int year) {
        List<Spell> spells = new ArrayList<>();
        table.days(year).filter(day -> !day.ordinary()).forEach(day -> {
            Spell last = spells.isEmpty() ? null : spells.getLast();
            if (last != null && last.goesOnWith(day)) {
                spells.set(spells.size() - 1, last.until(day.date()));
            } else {
                spells.add(new Spell(day, day.date()));
            }
        });
        return spells;
    }

    /// When what came in at `received` is due.
    public Deadline deadline(Instant received, TimeLimit limit) {
        return deadline(received, limit, List.of(), Supplement.Policy.RESTART);
    }

    /// When what came in at `received` is due after these supplements, each answered, in order of time. One asked
    /// for after the due moment changes nothing: lateness is not cured by asking.
    public Deadline deadline(
            Instant received, TimeLimit limit, List<Supplement> supplements, Supplement.Policy policy) {
        return new Reckoning(this, received, limit).after(supplements, policy);
    }

    /// The office's time between two moments: what counts of it, in hours.
    public WorkingTime between(Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw CalendarProblem.PERIOD_INVALID.because(Shown.moment(from), Shown.moment(until));
        }
        return new WorkingTime(between(local(from), local(until)));
    }

    /// Days that count after the day of `from`, up to and including the day of `until`.
    public long workingDaysBetween(Instant from, Instant until) {
        return countedDays(local(from).toLocalDate(), local(until).toLocalDate());
    }

    Duration between(LocalDateTime from, LocalDateTime until) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = from.toLocalDate(); !day.isAfter(until.toLocalDate()); day = day.plusDays(1)) {
            CalendarDay there = table.of(day);
            if (there.counts()) {
                for (Week.Hours hours : there.hours()) {
                    LocalDateTime opens = day.atTime(hours.from());
                    LocalDateTime closes = day.atTime(hours.until());
                    LocalDateTime begin = from.isAfter(opens) ? from : opens;
                    LocalDateTime end = until.isBefore(closes) ? until : closes;
                    if (begin.isBefore(end)) {
                        sum = sum.plus(Duration.between(begin, end));
                    }
                }
            }
        }
        return sum;
    }

    long countedDays(LocalDate after, LocalDate until) {
        long count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (table.of(day).counts()) {
                count++;
            }
        }
        return count;
    }

    /// Mornings and afternoons that open after `from` and not after `until`.
    long countedHalfDays(LocalDateTime from, LocalDateTime until) {
        long count = 0;
        for (LocalDate day = from.toLocalDate(); !day.isAfter(until.toLocalDate()); day = day.plusDays(1)) {
            CalendarDay there = table.of(day);
            if (there.counts()) {
                for (Week.Hours hours : there.hours()) {
                    LocalDateTime opens = day.atTime(hours.from());
                    if (opens.isAfter(from) && !opens.isAfter(until)) {
                        count++;
                    }
                }
            }
        }
        return count;
    }

    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, BusinessClock.ZONE);
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(BusinessClock.ZONE).toInstant();
    }
}
