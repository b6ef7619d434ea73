package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.shared.BusinessClock;

/// A whole working day of three communes, played in a minute against a node of the demonstration.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkingDayTests {

    private static final int DOSSIERS = 16;

    private Node node;

    @BeforeAll
    void start() {
        node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void playsADayThroughRealPagesAndEndsByItself() throws Exception {
        WorkingDay.Report report =
                WorkingDay.play(new WorkingDay.Options("http://localhost:" + node.port(), 1_200, 3, DOSSIERS, 7));
        assertThat(report.failed()).isEmpty();
        assertThat(report.day()).hasToString("2024-11-25");
        assertThat(report.done())
                .containsEntry("received", DOSSIERS)
                .containsEntry("returned", DOSSIERS - 1)
                .containsEntry("refused", 1)
                .containsEntry("papers asked", 1)
                .containsEntry("papers received", 1);
        assertThat(report.done().get("signed late")).isGreaterThanOrEqualTo(2);
        assertThat(report.before()).as("nothing was counted before").isEmpty();
        assertThat(report.after()).hasSize(3);
        assertThat(Double.parseDouble(report.after().getFirst()))
                .as("who was late lost points")
                .isBetween(10.0, 19.0);
        assertThat(node.bean(JdbcClient.class)
                        .sql("select status from dossier.dossier group by 1 order by 1")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("REFUSED", "RETURNED"));
        assertThat(node.bean(BusinessClock.class).rate())
                .as("the clock runs as before")
                .isEqualTo(1.0);
    }
}
