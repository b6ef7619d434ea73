package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.shared.BusinessClock;

/// A whole working day of three communes, played in a minute against a node of the demonstration: the first one after a
/// public holiday.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkingDayTests {

    private static final int DOSSIERS = 16;
    private static final int DOCUMENTS = 12;
    private static final int SENT = DOCUMENTS + DOCUMENTS / 4; // every fourth goes to two

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
        BusinessClock clock = node.bean(BusinessClock.class);
        clock.move(
                LocalDateTime.of(2024, 12, 31, 17, 30)
                        .atZone(BusinessClock.ZONE)
                        .toInstant(),
                1);
        DayReport report = WorkingDay.play(
                new WorkingDay.Options("http://localhost:" + node.port(), 600, 3, DOSSIERS, DOCUMENTS, 7));
        assertThat(report.failed()).isEmpty();
        assertThat(report.day()).as("New Year is not worked").hasToString("2025-01-02");
        assertThat(clock.rate()).as("the clock runs as before").isEqualTo(1.0);
        dossiers(report);
        documents(report);
        assertThat(report.lines())
                .startsWith("Ngày làm việc 02/01/2025", "Hồ sơ một cửa")
                .contains("Việc không làm được: 0")
                .anyMatch(line -> line.matches(" {2}tiếp nhận +16"))
                .anyMatch(line -> line.matches(" {2}Hồ sơ xử lý trước hạn, đúng hạn +chưa tính → 1\\d,\\d\\d"));
        interruptedItPutsTheClockBack(clock);
    }

    private void dossiers(DayReport report) {
        assertThat(report.times(DayStep.RECEIVED)).isEqualTo(DOSSIERS);
        assertThat(report.times(DayStep.RETURNED)).isEqualTo(DOSSIERS - 1);
        assertThat(report.times(DayStep.REFUSED)).isEqualTo(1);
        assertThat(report.times(DayStep.PAPERS_ASKED)).isEqualTo(1);
        assertThat(report.times(DayStep.PAPERS_RECEIVED)).isEqualTo(1);
        assertThat(report.times(DayStep.SIGNED_LATE)).isGreaterThanOrEqualTo(2);
        assertThat(counted("select status, count(*) from dossier.dossier group by 1"))
                .isEqualTo(Map.of("REFUSED", 1, "RETURNED", DOSSIERS - 1));
        assertThat(report.before()).as("nothing was counted before").isEmpty();
        assertThat(report.after()).hasSize(3);
        assertThat(Double.parseDouble(report.after().getOrDefault("ON_TIME", "")))
                .as("who was late lost points")
                .isBetween(10.0, 19.0);
    }

    /// Of twelve letters one was turned away, one recalled, two wait for the register; half of the rest is done.
    private void documents(DayReport report) {
        assertThat(report.times(DayStep.DRAFTED)).isEqualTo(DOCUMENTS);
        assertThat(report.times(DayStep.SENT_BACK)).isEqualTo(1);
        assertThat(report.times(DayStep.REVISED)).isEqualTo(1);
        assertThat(report.times(DayStep.APPROVED_LATE)).isGreaterThanOrEqualTo(1);
        assertThat(report.times(DayStep.ISSUED)).isEqualTo(DOCUMENTS);
        assertThat(report.times(DayStep.UNREGISTERED)).isEqualTo(2);
        assertThat(report.times(DayStep.REGISTERED)).isEqualTo(SENT - 3);
        assertThat(counted("select status, count(*) from outgoing.document group by 1"))
                .isEqualTo(Map.of("ISSUED", DOCUMENTS - 1, "RECALLED", 1));
        assertThat(counted("select status, count(*) from incoming.document group by 1"))
                .isEqualTo(Map.of(
                        "ARRIVED",
                        2,
                        "REFUSED",
                        1,
                        "RECALLED",
                        1,
                        "HANDLING",
                        SENT - 4 - report.times(DayStep.FINISHED),
                        "DONE",
                        report.times(DayStep.FINISHED)));
        assertThat(counted("select 'numbers', count(number) from incoming.document"))
                .containsEntry("numbers", SENT - 3);
    }

    private Map<String, Integer> counted(String sql) {
        Map<String, Integer> counted = new TreeMap<>();
        node.bean(JdbcClient.class).sql(sql).query(row -> {
            counted.put(row.getString(1), row.getInt(2));
        });
        return counted;
    }

    private void interruptedItPutsTheClockBack(BusinessClock clock) throws Exception {
        Process day = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkingDay.class.getName(),
                        "--port",
                        Integer.toString(node.port()),
                        "--speed",
                        "60",
                        "--agencies",
                        "2")
                .redirectErrorStream(true)
                .start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> clock.rate() == 60);
            day.toHandle().destroy(); // SIGTERM; the output stays readable
            assertThat(day.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(clock.rate()).as("the clock runs as before").isEqualTo(1.0);
            assertThat(new String(day.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Ngày làm việc bị ngắt; đồng hồ chạy lại như trước.", "Ngày làm việc 03/01/2025");
        } finally {
            day.destroyForcibly();
        }
    }
}
