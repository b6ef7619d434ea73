package vn.thongsuot.calendar;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sees to it, before the first request, that the province has a calendar. Every node tries, one does it.
@Component
class CalendarOpening implements SmartLifecycle {

    private final CalendarChanges changes;
    private final Calendars calendars;
    private volatile boolean running;

    CalendarOpening(CalendarChanges changes, Calendars calendars) {
        this.changes = changes;
        this.calendars = calendars;
    }

    @Override
    public void start() {
        if (!calendars.has(CalendarId.PROVINCE)) {
            changes.openProvince();
            calendars.refresh();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server and the signals start.
    @Override
    public int getPhase() {
        return 0;
    }
}
