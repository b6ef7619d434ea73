package vn.thongsuot.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.calendar.CalendarQueries.Head;
import vn.thongsuot.calendar.CalendarStore.Revision;
import vn.thongsuot.calendar.CalendarVersion.Change;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Text;
import vn.thongsuot.shared.Uuids;

/// **Sửa lịch làm việc.** Opens calendars and makes their next versions. Each change names the version it was
/// made on and is refused when somebody else was faster. A change of the province's calendar makes a new
/// version of every calendar that takes over from it, in the same transaction.
@Component
public class CalendarChanges {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 300;

    private final CalendarQueries queries;
    private final CalendarStore store;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    CalendarChanges(
            CalendarQueries queries,
            CalendarStore store,
            Calendars calendars,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    /// Opens the province's calendar with everything announced so far, unless it is there.
    @Transactional
    void openProvince() {
        List<Adjustment> announced = HolidayRules.announced();
        Text name = new Text("Lịch làm việc của tỉnh", "Province’s working calendar");
        Head head = new Head(CalendarId.PROVINCE, 1, name, null);
        if (store.create(head)) {
            Instant at = clock.instant();
            announced.forEach(adjustment -> store.enter(head.id(), Uuids.next(at), adjustment, null, 1));
            opened(head, Week.ORDINARY, null, announced.size(), Author.job("calendar"));
        }
    }

    /// Opens another calendar: hours of its own, and everything entered into the province's.
    @Transactional
    public void open(CalendarId id, Text name, Week week, Author by) {
        calendars.needKeeper(by.actor(), CalendarId.PROVINCE);
        int length = name.vi().strip().length();
        if (length < 2 || length > LONGEST_NAME) {
            throw CalendarProblem.NAME_INVALID.because(LONGEST_NAME);
        }
        Head province = head(CalendarId.PROVINCE);
        Head head = new Head(id, 1, name, province.id());
        if (!store.create(head)) {
            throw CalendarProblem.CALENDAR_EXISTS.because(id.value());
        }
        opened(head, week, province.version(), 0, by);
    }

    private void opened(Head head, Week week, @Nullable Long parentVersion, int adjustments, Author by) {
        Instant at = clock.instant();
        store.setHours(head.id(), week, 1);
        store.add(new Revision(head.id(), 1, Change.OPENED, null, null, parentVersion), by, at);
        events.publishEvent(new CalendarEvent.Opened(
                head.id(), 1, head.name().vi(), head.parent(), HolidayRules.LATEST, adjustments, by.actor(), at));
        calendars.changed();
    }

    /// What the calendar would be with `adjustment`, or the refusal that {@link #enter} would give.
    public WorkingCalendar tryOut(CalendarId id, long version, Adjustment adjustment) {
        WorkingCalendar calendar = calendars.of(id, version);
        new Admission(calendar).require(adjustment);
        return calendar.with(new UUID(Long.MAX_VALUE, 1), adjustment);
    }

    /// What the calendar would be under `week`.
    public WorkingCalendar tryHours(CalendarId id, long version, Week week) {
        return calendars.of(id, version).under(week);
    }

    /// What the calendar would be with its own content of `restored`.
    public WorkingCalendar tryRestore(CalendarId id, long version, long restored) {
        return calendars.of(id, version).like(calendars.of(id, restored));
    }

    /// What the calendar would be without `entry`.
    public WorkingCalendar tryWithout(CalendarId id, long version, UUID entry) {
        return calendars.of(id, version).without(entry(id, version, entry).id());
    }

    /// Enters `adjustment`; `version` is the one it was decided on.
    @Transactional
    public UUID enter(CalendarId id, long version, Adjustment adjustment, @Nullable String reason, Author by) {
        calendars.needKeeper(by.actor(), id);
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw CalendarProblem.REASON_TOO_LONG.because(LONGEST_REASON);
        }
        Head head = head(id);
        new Admission(calendars.of(id, version)).require(adjustment);
        long next = store.advance(id, version);
        Instant at = clock.instant();
        UUID entry = Uuids.next(at);
        store.enter(id, entry, adjustment, reason, next);
        store.add(new Revision(id, next, Change.ENTERED, entry, null, parentVersion(head)), by, at);
        events.publishEvent(new CalendarEvent.Adjusted(
                id,
                next,
                entry,
                adjustment.kind().name(),
                adjustment.day(),
                adjustment instanceof Adjustment.Swap swap ? swap.makeUp() : null,
                adjustment.source().vi(),
                by.actor(),
                at));
        passOn(head, next, by, at);
        return entry;
    }

    @Transactional
    public void withdraw(CalendarId id, long version, UUID entry, Author by) {
        calendars.needKeeper(by.actor(), id);
        Head head = head(id);
        Adjustment adjustment = entry(id, version, entry).adjustment();
        long next = store.advance(id, version);
        Instant at = clock.instant();
        store.withdraw(id, entry, next);
        store.add(new Revision(id, next, Change.WITHDRAWN, entry, null, parentVersion(head)), by, at);
        events.publishEvent(new CalendarEvent.AdjustmentWithdrawn(
                id, next, entry, adjustment.kind().name(), adjustment.day(), by.actor(), at));
        passOn(head, next, by, at);
    }

    @Transactional
    public void changeHours(CalendarId id, long version, Week week, Author by) {
        calendars.needKeeper(by.actor(), id);
        Head head = head(id);
        long next = store.advance(id, version);
        Instant at = clock.instant();
        store.setHours(id, week, next);
        store.add(new Revision(id, next, Change.HOURS_CHANGED, null, null, parentVersion(head)), by, at);
        events.publishEvent(new CalendarEvent.HoursChanged(id, next, week.text(), by.actor(), at));
        calendars.changed();
    }

    /// Makes a new version with the calendar's own content of `restored`: how a change is undone.
    @Transactional
    public void restore(CalendarId id, long version, long restored, Author by) {
        calendars.needKeeper(by.actor(), id);
        Head head = head(id);
        WorkingCalendar wanted = calendars.of(id, restored);
        List<UUID> there = ids(id, version);
        List<CalendarEntry> then = queries.entries(id, restored);
        long next = store.advance(id, version);
        Instant at = clock.instant();
        there.stream()
                .filter(entry -> then.stream().noneMatch(old -> old.id().equals(entry)))
                .forEach(entry -> store.withdraw(id, entry, next));
        then.stream()
                .filter(old -> !there.contains(old.id()))
                .forEach(old -> store.enter(id, old.id(), old.adjustment(), old.reason(), next));
        if (!wanted.week().equals(calendars.of(id, version).week())) {
            store.setHours(id, wanted.week(), next);
        }
        store.add(new Revision(id, next, Change.RESTORED, null, restored, parentVersion(head)), by, at);
        events.publishEvent(new CalendarEvent.Restored(id, next, restored, by.actor(), at));
        passOn(head, next, by, at);
    }

    private List<UUID> ids(CalendarId id, long version) {
        return queries.entries(id, version).stream().map(CalendarEntry::id).toList();
    }

    private Head head(CalendarId id) {
        return queries.head(id).orElseThrow(() -> CalendarProblem.CALENDAR_ABSENT.because(id.value()));
    }

    private CalendarEntry entry(CalendarId id, long version, UUID entry) {
        return queries.entries(id, version).stream()
                .filter(there -> there.id().equals(entry))
                .findFirst()
                .orElseThrow(CalendarProblem.ADJUSTMENT_ABSENT::because);
    }

    private @Nullable Long parentVersion(Head head) {
        CalendarId parent = head.parent();
        return parent == null ? null : head(parent).version();
    }

    /// The calendars that take over from `changed` go on to their next versions with it.
    private void passOn(Head changed, long version, Author by, Instant at) {
        queries.heads().stream()
                .filter(child -> changed.id().equals(child.parent()))
                .sorted(java.util.Comparator.comparing(child -> child.id().value()))
                .forEach(child -> {
                    long next = store.advance(child.id());
                    store.add(new Revision(child.id(), next, Change.INHERITED, null, null, version), by, at);
                    events.publishEvent(
                            new CalendarEvent.Inherited(child.id(), next, changed.id(), version, by.actor(), at));
                });
        calendars.changed();
    }
}
