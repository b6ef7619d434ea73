package vn.thongsuot.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Proves;

/// Signals against a real PostgreSQL.
@SpringBootTest
@Proves({"H1.10", "H5.5"})
class SignalsTests {

    @Autowired
    Signals signals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void announcesWhatIsCommittedAndNothingElse() {
        AtomicInteger heard = new AtomicInteger();
        signals.on("test.committed", heard::incrementAndGet);
        transaction.executeWithoutResult(status -> {
            signals.announce("test.committed");
            status.setRollbackOnly();
        });
        assertThat(owed("test.committed")).isZero();
        transaction.executeWithoutResult(_ -> signals.announce("test.committed"));
        await().atMost(Duration.ofSeconds(10)).until(() -> heard.get() > 0);
        await().atMost(Duration.ofSeconds(10)).until(() -> owed("test.committed") == 0);
    }

    /// A node killed between its commit and its announcement left only the debt.
    @Test
    void paysWhatADeadNodeOwes() {
        AtomicInteger heard = new AtomicInteger();
        signals.on("test.owed", heard::incrementAndGet);
        jdbc.sql("insert into shared.signal_owed (topic) values ('test.owed')").update();
        await().atMost(Duration.ofSeconds(20)).until(() -> heard.get() > 0);
        assertThat(owed("test.owed")).isZero();
    }

    private long owed(String topic) {
        return jdbc.sql("select count(*) from shared.signal_owed where topic = :topic")
                .param("topic", topic)
                .query(Long.class)
                .single();
    }
}
