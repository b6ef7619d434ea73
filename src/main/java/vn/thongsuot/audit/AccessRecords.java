package vn.thongsuot.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Thing;

/// **Ghi nhận truy cập.** Who opened, printed or downloaded what, in the same log as the changes. Recorded in
/// batches about once a second, so that reading stays fast; when records come faster than the database takes
/// them, readers wait. An orderly stop writes what is left; a power cut may lose the last second.
@Component
public class AccessRecords implements SmartLifecycle {

    /// What somebody did with a thing without changing it.
    public enum Kind {
        OPENED("audit.Opened"),
        PRINTED("audit.Printed"),
        DOWNLOADED("audit.Downloaded");

        private final String event;

        Kind(String event) {
            this.event = event;
        }

        String event() {
            return event;
        }
    }

    private record Access(Kind kind, Thing thing, Actor by, java.time.Instant recorded, java.time.Instant business) {}

    private static final Logger LOG = LoggerFactory.getLogger(AccessRecords.class);
    private static final int ROOM = 10_000;
    private static final int BATCH = 1_000;
    private static final int GATHER_MILLIS = 1_000;
    private static final int LOOK_MILLIS = 50;
    private static final int RETRY_MILLIS = 1_000;

    private final BlockingQueue<Access> queue = new ArrayBlockingQueue<>(ROOM);
    private final Scribe scribe;
    private final EntryStore store;
    private final Witness witness;
    private final TransactionTemplate transaction;
    private final InstantSource realTime;
    private final BusinessClock clock;
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    AccessRecords(
            Scribe scribe,
            EntryStore store,
            Witness witness,
            TransactionTemplate transaction,
            BusinessClock clock,
            InstantSource realTime) {
        this.scribe = scribe;
        this.store = store;
        this.witness = witness;
        this.transaction = transaction;
        this.realTime = realTime;
        this.clock = clock;
    }

    /// Records that `by` did `kind` with `thing`, now. Waits only while the queue is full.
    public void record(Actor by, Thing thing, Kind kind) {
        try {
            queue.put(new Access(kind, thing, by, realTime.instant(), clock.instant()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an access was to be recorded", stopped);
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("access-records").start(this::write);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        flush();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// In the phase of the database's other users: the web server, whose requests record, starts after and stops
    /// before.
    @Override
    public int getPhase() {
        return 0;
    }

    private void write() {
        try {
            while (running) {
                gather();
                try {
                    flush();
                } catch (RuntimeException failed) {
                    LOG.error("Access records could not be written; {} wait and are tried again", queue.size(), failed);
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void gather() throws InterruptedException {
        for (int waited = 0; running && waited < GATHER_MILLIS && queue.size() < BATCH; waited += LOOK_MILLIS) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// Writes all that is queued. What cannot be written stays first in line.
    synchronized void flush() {
        while (!queue.isEmpty()) {
            List<Access> batch = new ArrayList<>(BATCH);
            for (Access access : queue) {
                batch.add(access);
                if (batch.size() == BATCH) {
                    break;
                }
            }
            transaction.executeWithoutResult(_ -> insert(batch));
            queue.drainTo(new ArrayList<>(batch.size()), batch.size());
        }
    }

    private void insert(List<Access> batch) {
        List<Entry> entries = batch.stream()
                .map(access ->
                        scribe.write(access.kind(), access.thing(), access.by(), access.recorded(), access.business()))
                .toList();
        store.insert(entries);
        entries.forEach(witness::remember);
    }
}
