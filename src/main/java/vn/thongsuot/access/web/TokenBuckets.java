package vn.thongsuot.access.web;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// A bucket of tokens for everyone who comes: it holds `burst`, and `perSecond` drop in. Kept in this node's memory:
/// N nodes let N times as much through, which a limit against floods can bear. What must hold exactly, failed
/// sign-ins, is counted in the database.
final class TokenBuckets {

    /// Callers remembered at once; beyond that, those with a full bucket are forgotten first.
    private static final int MOST_CALLERS = 50_000;
    private static final int SWEEP_EVERY_MILLIS = 1_000;
    private static final double MILLIS = 1_000.0;

    private final int burst;
    private final double perSecond;
    private final InstantSource realTime;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong();

    TokenBuckets(int burst, double perSecond, InstantSource realTime) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.realTime = realTime;
    }

    private record Bucket(double tokens, long at) {}

    /// Takes a token of `caller`: 0 when there was one, otherwise the whole seconds until there is.
    long take(String caller) {
        long now = realTime.millis();
        AtomicReference<Long> wait = new AtomicReference<>(0L);
        buckets.compute(caller, (_, old) -> {
            double tokens = old == null ? burst : filled(old, now);
            if (tokens >= 1) {
                wait.set(0L);
                return new Bucket(tokens - 1, now);
            }
            wait.set((long) Math.ceil((1 - tokens) / perSecond));
            return new Bucket(tokens, now);
        });
        if (buckets.size() > MOST_CALLERS) {
            sweep(now);
        }
        return wait.get();
    }

    int callers() {
        return buckets.size();
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(burst, bucket.tokens() + Math.max(0, now - bucket.at()) / MILLIS * perSecond);
    }

    /// Forgets full buckets; when even that leaves too many, all: a flood from so many addresses is not stopped by
    /// counting addresses, and must not fill the memory.
    private void sweep(long now) {
        long last = swept.get();
        if (now - last < SWEEP_EVERY_MILLIS && buckets.size() < 2 * MOST_CALLERS || !swept.compareAndSet(last, now)) {
            return;
        }
        buckets.values().removeIf(bucket -> filled(bucket, now) >= burst);
        if (buckets.size() > MOST_CALLERS) {
            buckets.clear();
        }
    }
}
