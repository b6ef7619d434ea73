package vn.thongsuot.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;

/// Moving the clock, against the database that all nodes share.
@SpringBootTest
@Proves("H3.1")
class ClockMovingTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InstantSource realTime;

    @Autowired
    Signals signals;

    @Test
    void opensOnFriday22November2024AtEight() {
        reset();
        assertThat(clock(true).now().toLocalDateTime()).isEqualToIgnoringSeconds(LocalDateTime.of(2024, 11, 22, 8, 0));
    }

    @Test
    void movesForwardForAllNodesAndRefusesToGoBack() {
        reset();
        BusinessClock a = clock(true);
        BusinessClock b = clock(true);
        Instant reform =
                LocalDateTime.of(2025, 7, 1, 8, 0).atZone(BusinessClock.ZONE).toInstant();
        a.move(reform, 60);
        assertThat(a.instant()).isAfterOrEqualTo(reform);
        assertThat(a.rate()).isEqualTo(60);

        assertThatThrownBy(() -> b.move(reform.minusSeconds(1), 1))
                .as("a node that has not heard yet decides by the database, too")
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(SharedProblem.CLOCK_BACKWARDS));
        assertThatThrownBy(() -> a.move(null, -1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(SharedProblem.CLOCK_RATE));
        assertThatThrownBy(() -> a.move(null, Double.NaN)).isInstanceOf(Refusal.class);
    }

    @Test
    void staysWhereItIsWhenPaused() {
        reset();
        BusinessClock clock = clock(true);
        clock.move(null, 0);
        Instant paused = clock.instant();
        assertThat(clock.instant()).isEqualTo(paused);
        assertThat(clock(true).instant()).isBeforeOrEqualTo(paused.plusMillis(1));
    }

    @Test
    void isRealTimeInProductionAndCannotBeMoved() {
        BusinessClock clock = clock(false);
        assertThat(clock.instant()).isAfterOrEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThatThrownBy(() -> clock.move(null, 2))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(SharedProblem.CLOCK_FIXED));
    }

    private BusinessClock clock(boolean demonstration) {
        return new BusinessClock(jdbc, realTime, signals, new SharedProperties(demonstration, "Tỉnh Trà Vinh"));
    }

    private void reset() {
        jdbc.sql("""
                        update shared.business_clock
                           set real_anchor = now(), business_anchor = timestamptz '2024-11-22 08:00:00+07', rate = 1
                        """).update();
    }
}
