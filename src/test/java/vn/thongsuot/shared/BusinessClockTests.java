package vn.thongsuot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import vn.thongsuot.Proves;

/// Business time runs forward, at its rate, whatever is asked of it.
@Proves("H3.1")
class BusinessClockTests {

    private static final Instant REAL = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant OPENING = Instant.parse("2024-11-22T01:00:00Z");

    @Property
    void neverRunsBackwards(
            @ForAll @DoubleRange(min = 0, max = 86_400) double rate,
            @ForAll @LongRange(min = -10_000, max = 10_000_000) long first,
            @ForAll @LongRange(min = 0, max = 10_000_000) long later) {
        var setting = new BusinessClock.Setting(REAL, OPENING, rate, 1);
        Instant before = setting.at(REAL.plusMillis(first));
        Instant after = setting.at(REAL.plusMillis(first + later));
        assertThat(after).isAfterOrEqualTo(before).isAfterOrEqualTo(OPENING);
    }

    @Property
    void runsAtItsRate(
            @ForAll @LongRange(min = 0, max = 86_400) long rate,
            @ForAll @LongRange(min = 0, max = 100_000) long seconds) {
        var setting = new BusinessClock.Setting(REAL, OPENING, rate, 1);
        assertThat(Duration.between(OPENING, setting.at(REAL.plusSeconds(seconds))))
                .isEqualTo(Duration.ofSeconds(rate * seconds));
    }
}
