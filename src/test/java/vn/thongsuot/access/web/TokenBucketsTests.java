package vn.thongsuot.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;

class TokenBucketsTests {

    private final AtomicLong millis = new AtomicLong(1_000_000);

    @Test
    @Proves("H6.6")
    void letsABurstThroughAndThenTheRate() {
        TokenBuckets buckets = buckets(3, 0.5);
        for (int time = 0; time < 3; time++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(2);
        assertThat(buckets.take("b")).as("somebody else").isZero();
        millis.addAndGet(1_000);
        assertThat(buckets.take("a")).as("asking does not make it longer").isEqualTo(1);
        millis.addAndGet(1_000);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(2);
        millis.addAndGet(60_000);
        for (int time = 0; time < 3; time++) {
            assertThat(buckets.take("a")).as("never more than the burst").isZero();
        }
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    @Proves("H6.6")
    void countsEveryTokenOnceHoweverManyComeTogether() throws InterruptedException {
        TokenBuckets buckets = buckets(500, 0.001);
        AtomicInteger let = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < 4_000; call++) {
                threads.submit(() -> {
                    if (buckets.take("a") == 0) {
                        let.incrementAndGet();
                    }
                });
            }
        }
        assertThat(let).hasValue(500);
    }

    @Test
    @Proves("H6.6")
    void doesNotFillTheMemoryWhenEverybodyComesOnce() {
        TokenBuckets buckets = buckets(10, 0.001);
        for (int caller = 0; caller < 150_000; caller++) {
            buckets.take("caller " + caller);
        }
        assertThat(buckets.callers()).isLessThanOrEqualTo(100_001);
    }

    @Test
    @Proves("H6.6")
    void takesAnIpv6NetworkForOneCaller() throws Exception {
        assertThat(LimitFilter.network(InetAddress.getByName("2001:db8:1:2:aaaa::1")))
                .isEqualTo(LimitFilter.network(InetAddress.getByName("2001:db8:1:2:bbbb::2")))
                .isNotEqualTo(LimitFilter.network(InetAddress.getByName("2001:db8:1:3:aaaa::1")));
        assertThat(LimitFilter.network(InetAddress.getByName("203.0.113.7"))).isEqualTo("203.0.113.7");
    }

    private TokenBuckets buckets(int burst, double perSecond) {
        return new TokenBuckets(burst, perSecond, () -> Instant.ofEpochMilli(millis.get()));
    }
}
