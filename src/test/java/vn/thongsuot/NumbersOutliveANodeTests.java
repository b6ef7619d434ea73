package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.outgoing.DraftFile;
import vn.thongsuot.outgoing.LetterPdf;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingDrafts;
import vn.thongsuot.outgoing.OutgoingId;
import vn.thongsuot.outgoing.OutgoingStatus;
import vn.thongsuot.outgoing.People;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Refusal;

/// A node is killed (kill −9) while clerks number, seal and issue on it. Another node finds books without gaps, seals
/// what was numbered and delivers what was issued, each once.
@Proves("S1.5")
class NumbersOutliveANodeTests {

    private static final int CLERKS = 4;
    private static final int ENOUGH = 16;

    /// Clerks who do nothing else, as fast as they can, until their node dies.
    @Configuration(proxyBeanMethods = false)
    static class Clerks {

        @Bean
        ApplicationRunner clerks(OutgoingDrafts drafts, OutgoingDocuments documents, Directory directory) {
            return _ -> {
                AtomicInteger count = new AtomicInteger();
                for (int i = 0; i < CLERKS; i++) {
                    Thread.ofPlatform().daemon().start(() -> {
                        while (true) {
                            work(drafts, documents, directory, count.incrementAndGet());
                        }
                    });
                }
            };
        }

        private static void work(OutgoingDrafts drafts, OutgoingDocuments documents, Directory directory, int number) {
            Actor.Officer clerk = People.as(directory, DemonstrationOfficer.CLERK);
            DraftFile file = drafts.keep(new ByteArrayInputStream(LetterPdf.of("văn bản " + number)), "a.pdf", clerk);
            OutgoingId id = drafts.create(
                    People.letter(
                            directory,
                            "văn bản " + number,
                            People.as(directory, DemonstrationOfficer.COMMUNE_CLERK)
                                    .agency(),
                            People.as(directory, DemonstrationOfficer.DEPARTMENT_HEAD)
                                    .agency()),
                    file,
                    clerk);
            drafts.submit(id, 1, clerk);
            documents.sign(id, 2, People.as(directory, DemonstrationOfficer.VICE_CHAIRMAN));
            documents.number(id, 3, clerk);
            for (int patience = 0; patience < 40; patience++) {
                if (documents.find(id, clerk).status() == OutgoingStatus.SEALED) {
                    try {
                        documents.issue(id, 5, clerk);
                    } catch (Refusal faster) {
                        return;
                    }
                    return;
                }
                pause();
            }
        }

        private static void pause() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void booksHaveNoGapsAndNothingIsLostOrDoubled() throws Exception {
        TestDatabases.Address database = TestDatabases.province();
        JdbcClient jdbc = JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                database.url(), database.user(), database.password()));
        try (NodeProcess node = NodeProcess.start(database, Clerks.class, "--thongsuot.demonstration=true")) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> number(jdbc, "select count(*) from outgoing.document where number is not null")
                                    >= ENOUGH
                            && number(jdbc, "select count(*) from outgoing.document where status = 'NUMBERED'") > 0);
            node.kill();
        }
        long left = number(jdbc, "select count(*) from outgoing.document where status = 'NUMBERED'");
        List<Integer> numbers = numbers(jdbc);
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(number(jdbc, "select last from outgoing.book where type = 'OFFICIAL_LETTER'"))
                .isEqualTo(numbers.size());

        try (Node next = Node.start(database, "--thongsuot.demonstration=true")) {
            assertThat(next.port()).isPositive();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> number(jdbc, "select count(*) from outgoing.document where status = 'NUMBERED'") == 0
                            && number(jdbc, "select count(*) from exchange.delivery where state = 'QUEUED'") == 0);
            assertThat(numbers(jdbc))
                    .as(left + " were left unsealed; none lost its number")
                    .isEqualTo(numbers);
            assertThat(number(jdbc, """
                            select count(*) from outgoing.document d where number is not null and 1 <>
                              (select count(*) from outgoing.file f where f.document = d.id and f.kind = 'SEALED')
                            """)).as("sealed once each").isZero();
            long issued = number(jdbc, "select count(*) from outgoing.document where status = 'ISSUED'");
            assertThat(number(jdbc, "select count(*) from exchange.delivery")).isEqualTo(2 * issued);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> number(jdbc, "select count(*) from incoming.document") == 2 * issued);
            assertThat(number(jdbc, "select count(*) from exchange.arrival")).isEqualTo(2 * issued);
        }
    }

    private static List<Integer> numbers(JdbcClient jdbc) {
        return jdbc.sql("select number from outgoing.document where number is not null order by number")
                .query(Integer.class)
                .list();
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
