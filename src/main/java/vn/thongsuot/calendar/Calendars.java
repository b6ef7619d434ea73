package vn.thongsuot.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Signals;

/// **Các lịch làm việc.** Answers which calendars there are, from memory: a deadline costs no query. The memory is
/// read anew on every node when a calendar changes; older versions are read when asked for.
@Component
public class Calendars {

    /// The topic announced when any calendar changed.
    public static final String TOPIC = "calendar";

    private static final int MOST_REMEMBERED = 500;

    private final CalendarQueries queries;
    private final Signals signals;
    private final ObjectProvider<CalendarKeepers> keepers;
    private final Map<Version, WorkingCalendar> remembered = new ConcurrentHashMap<>();
    private volatile Map<CalendarId, WorkingCalendar> newest;

    private record Version(CalendarId calendar, long version) {}

    /// @param keepers asked late: who implements it reads calendars
    Calendars(CalendarQueries queries, Signals signals, ObjectProvider<CalendarKeepers> keepers) {
        this.queries = queries;
        this.signals = signals;
        this.keepers = keepers;
        this.newest = read();
        signals.on(TOPIC, this::refresh);
    }

    /// One at a time: an older reading must not replace a newer one.
    synchronized void refresh() {
        newest = read();
    }

    private Map<CalendarId, WorkingCalendar> read() {
        Map<CalendarId, WorkingCalendar> read = new LinkedHashMap<>();
        for (CalendarQueries.Head head : queries.heads()) {
            queries.version(head, head.version()).ifPresent(calendar -> read.put(head.id(), calendar));
        }
        return read;
    }

    /// Every calendar in its newest version, the province's first.
    public List<WorkingCalendar> all() {
        return List.copyOf(newest.values());
    }

    public boolean has(CalendarId id) {
        return newest.containsKey(id);
    }

    /// The calendar in its newest version.
    public WorkingCalendar of(CalendarId id) {
        WorkingCalendar calendar = newest.get(id);
        if (calendar == null) {
            throw CalendarProblem.CALENDAR_ABSENT.because(id.value());
        }
        return calendar;
    }

    /// The calendar as it was in `version`: what a deadline was computed with.
    public WorkingCalendar of(CalendarId id, long version) {
        WorkingCalendar now = of(id);
        if (now.version() == version) {
            return now;
        }
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(
                new Version(id, version),
                _ -> queries.head(id)
                        .flatMap(head -> queries.version(head, version))
                        .orElseThrow(
                                () -> CalendarProblem.VERSION_ABSENT.because(id.value(), String.valueOf(version))));
    }

    /// What was entered into the calendar itself and is in force in `version`, by day.
    public List<CalendarEntry> entries(CalendarId id, long version) {
        return queries.entries(id, version);
    }

    /// The calendar's versions, the newest first.
    public List<CalendarVersion> versions(CalendarId id) {
        return queries.versions(of(id).id());
    }

    /// Refuses whoever does not answer for all that keep `calendar`.
    void needKeeper(Actor by, CalendarId calendar) {
        if (!(by instanceof Actor.Job) && !keepers.getObject().mayChange(by, calendar)) {
            throw CalendarProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }

    /// Makes this and every other node read anew once the surrounding transaction has ended.
    void changed() {
        signals.announce(TOPIC);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                refresh();
            }
        });
    }
}
