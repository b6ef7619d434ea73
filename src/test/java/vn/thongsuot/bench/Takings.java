package vn.thongsuot.bench;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.shared.Actor;

/// State changes of dossiers through the face: two officers of an agency take the same dossier over from each other,
/// again and again. Each is one transaction: the dossier, what was done, the event, its entry in the log; and the
/// index and the bell hear of it.
final class Takings {

    private final Dossiers dossiers;
    private final List<Open> open;
    private final AtomicInteger turn = new AtomicInteger();

    /// A dossier under way and two who may work on it.
    static final class Open {

        final DossierId id;
        private final List<Actor> officers;
        private final ReentrantLock lock = new ReentrantLock();
        private long version;
        private int next;

        /// @param officers the first works on it now, or nobody
        Open(DossierId id, long version, List<Actor> officers) {
            this.id = id;
            this.version = version;
            this.officers = officers;
            this.next = 1;
        }
    }

    Takings(Dossiers dossiers, List<Open> open) {
        this.dossiers = dossiers;
        this.open = open;
    }

    /// What was made of a dossier just now.
    record Taken(DossierId id, long version) {}

    /// The next dossier changes hands.
    Taken take() {
        Open dossier = open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
        dossier.lock.lock();
        try {
            dossiers.take(dossier.id, dossier.version, dossier.officers.get(dossier.next));
            dossier.version++;
            dossier.next = 1 - dossier.next;
            return new Taken(dossier.id, dossier.version);
        } finally {
            dossier.lock.unlock();
        }
    }

    /// As many as `threads` make in `seconds`, one after the other each.
    long run(int threads, int seconds) throws InterruptedException {
        LongAdder made = new LongAdder();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(threads);
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        for (int thread = 0; thread < threads; thread++) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (System.nanoTime() < until && failure.get() == null) {
                        take();
                        made.increment();
                    }
                } catch (RuntimeException failed) {
                    failure.set(failed);
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return made.sum();
    }
}
