package vn.thongsuot.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.RecurringJob;

/// Removes notices that were read or settled long ago: some at a time, until the next run.
@Component
class OldNotices implements RecurringJob {

    static final int BATCH = 1_000;
    static final int BATCHES = 20;

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final NoticeStore store;
    private final NotificationProperties properties;
    private final InstantSource realTime;

    OldNotices(NoticeStore store, NotificationProperties properties, InstantSource realTime) {
        this.store = store;
        this.properties = properties;
        this.realTime = realTime;
    }

    @Override
    public String name() {
        return "notification.old-notices";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        Instant before = realTime.instant().minus(properties.keepRead());
        int batches = 0;
        while (batches < BATCHES && store.remove(before, BATCH) == BATCH) {
            batches++;
        }
    }
}
