package vn.thongsuot.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// State changes through the face, as the platform's users make them: an officer with the right to it suspends or
/// restores an account. Each is one transaction: the next version and state of the account, the event, its entry.
/// Accounts are drawn evenly from those given, actors from many officers.
final class Changes {

    private final Accounts accounts;
    private final List<AccountId> things;
    private final List<Actor> actors;

    Changes(Accounts accounts, List<AccountId> things, List<Actor> actors) {
        this.accounts = accounts;
        this.things = things;
        this.actors = actors;
    }

    /// As many changes as `threads` make in `seconds`, one after the other each.
    long run(int threads, double seconds) throws InterruptedException {
        LongAdder made = new LongAdder();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(threads);
        long until = System.nanoTime() + (long) (seconds * 1e9);
        for (int number = 0; number < threads; number++) {
            Random random = new Random(number * 7919L + 1);
            Thread.ofVirtual().start(() -> {
                try {
                    while (System.nanoTime() < until && failure.get() == null) {
                        change(random);
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
        if (failure.get() != null) {
            throw failure.get();
        }
        return made.sum();
    }

    /// The time of each of `count` changes by one client, in nanoseconds.
    long[] times(int count) {
        Random random = new Random(1);
        long[] times = new long[count];
        for (int index = 0; index < count; index++) {
            long start = System.nanoTime();
            change(random);
            times[index] = System.nanoTime() - start;
        }
        return times;
    }

    private void change(Random random) {
        AccountId thing = things.get(random.nextInt(things.size()));
        Actor actor = actors.get(random.nextInt(actors.size()));
        if (random.nextBoolean()) {
            accounts.suspend(thing, actor);
        } else {
            accounts.restore(thing, actor);
        }
    }
}
