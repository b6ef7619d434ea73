package vn.thongsuot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A named work belongs to one node at a time.
@SpringBootTest
class LeasesTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneNodeHoldsALeaseUntilItIsGivenBackOrRunsOut() {
        Leases a = new Leases(jdbc);
        Leases b = new Leases(jdbc);
        assertThat(a.hold("work", Duration.ofMinutes(1))).isTrue();
        assertThat(a.hold("work", Duration.ofMinutes(1)))
                .as("prolonged by its holder")
                .isTrue();
        assertThat(b.hold("work", Duration.ofMinutes(1))).isFalse();

        a.release("work");
        assertThat(b.hold("work", Duration.ofMinutes(1))).isTrue();

        jdbc.sql("update shared.lease set until = now() - interval '1 second' where name = 'work'")
                .update();
        assertThat(a.hold("work", Duration.ofMinutes(1)))
                .as("a dead node's lease runs out")
                .isTrue();
        assertThat(b.hold("work", Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void givesBackOnlyWhatItHolds() {
        Leases a = new Leases(jdbc);
        Leases b = new Leases(jdbc);
        assertThat(a.hold("mine", Duration.ofMinutes(1))).isTrue();
        b.release("mine");
        assertThat(b.hold("mine", Duration.ofMinutes(1))).isFalse();
    }
}
