package vn.thongsuot.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Does things on a fixed timetable, however long each takes: each is timed from the moment it was due, so that what
/// was late in starting counts as slow (coordinated omission corrected).
final class OpenLoop {

    private OpenLoop() {}

    /// What is done the n-th time.
    interface Act {

        void run(int number) throws Exception;
    }

    /// Nanoseconds of each of `seconds` × `perSecond` acts. The first that fails ends it, once all have ended.
    static long[] run(int perSecond, int seconds, Act act) throws Exception {
        long[] nanos = new long[perSecond * seconds];
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(nanos.length);
        long start = System.nanoTime();
        for (int index = 0; index < nanos.length; index++) {
            int number = index;
            long due = start + (long) (index * 1e9 / perSecond);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            Thread.startVirtualThread(() -> {
                try {
                    act.run(number);
                    nanos[number] = System.nanoTime() - due;
                } catch (Exception failed) {
                    failure.compareAndSet(null, failed);
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        Exception failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return nanos;
    }
}
