package vn.thongsuot.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Proves;
import vn.thongsuot.exchange.Exchange;
import vn.thongsuot.exchange.Letter;
import vn.thongsuot.exchange.Shipment;
import vn.thongsuot.exchange.ShipmentId;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.outgoing.LetterPdf;
import vn.thongsuot.outgoing.People;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// Arrival numbers of one agency and year, however many clerks register at once: Decree 30/2020/NĐ-CP art. 22.
@SpringBootTest(properties = "thongsuot.demonstration=true")
class ArrivalNumbersTests {

    private static final int CLERKS = 50;
    private static final Actor JOB = new Actor.Job("test");

    @Autowired
    Exchange exchange;

    @Autowired
    IncomingDocuments documents;

    @Autowired
    Files files;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @Proves("S1.5")
    void fiftyClerksRegisterWithoutAGapOrADouble() throws Exception {
        Actor.Officer clerk = People.as(directory, DemonstrationOfficer.COMMUNE_CLERK);
        int before = last(clerk.agency());
        List<IncomingView> waiting = arrived(clerk, CLERKS + 5);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            IncomingView document = waiting.get(i);
            // Some are taken back half way: their numbers go to others.
            boolean lost = i >= CLERKS;
            acts.add(() -> transaction.execute(status -> {
                documents.register(document.id(), document.version(), clerk);
                if (lost) {
                    status.setRollbackOnly();
                }
                return 0;
            }));
        }
        try (var together = Executors.newFixedThreadPool(CLERKS)) {
            for (Future<Integer> registered : together.invokeAll(acts)) {
                registered.get();
            }
        }
        assertThat(jdbc.sql(
                                "select number from incoming.document where agency = ? and number is not null order by number")
                        .param(clerk.agency().value())
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, before + CLERKS).boxed().toList());
        assertThat(jdbc.sql("""
                                select number from incoming.document where agency = ? and number is not null
                                 order by registered_at, number
                                """)
                        .param(clerk.agency().value())
                        .query(Integer.class)
                        .list())
                .as("in the order of time")
                .isSorted();
        assertThat(last(clerk.agency())).isEqualTo(before + CLERKS);
        IncomingView registered = documents.find(waiting.getFirst().id(), clerk);
        assertThat(registered.year()).isEqualTo(2024);
        assertThat(registered.registered()).isNotNull();
    }

    /// Letters of the province that wait at the commune.
    private List<IncomingView> arrived(Actor.Officer clerk, int many) {
        StoredFile file = files.store(new ByteArrayInputStream(LetterPdf.of("thử")), Set.of());
        String subject = "văn bản đến cùng lúc " + UUID.randomUUID();
        for (int i = 1; i <= many; i++) {
            Letter letter = new Letter(
                    String.valueOf(i),
                    "UBND-VP",
                    LocalDate.of(2024, 11, 22),
                    "Trà Vinh",
                    "Công văn",
                    subject,
                    new Letter.Signer("KT.", "Phó Chủ tịch", "Đặng Quốc Tường"),
                    Urgency.NORMAL,
                    null,
                    List.of("UBND xã Hòa Ân"),
                    List.of(new Letter.Attachment("thu.pdf", file.hash())));
            exchange.send(
                    new Shipment(
                            new ShipmentId(UUID.randomUUID()),
                            People.committee(directory),
                            List.of(clerk.agency()),
                            letter),
                    JOB);
        }
        IncomingFilter filter = new IncomingFilter(clerk.agency(), Set.of(IncomingStatus.ARRIVED), null, subject);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> documents.list(clerk, filter, null, 100).items().size() == many);
        return documents.list(clerk, filter, null, 100).items();
    }

    private int last(AgencyId agency) {
        return jdbc.sql("select coalesce(max(last), 0) from incoming.book where agency = ?")
                .param(agency.value())
                .query(Integer.class)
                .single();
    }
}
