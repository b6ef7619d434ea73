package vn.thongsuot.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Proves;
import vn.thongsuot.exchange.DeliveryState;
import vn.thongsuot.exchange.DeliveryView;
import vn.thongsuot.exchange.Exchange;
import vn.thongsuot.files.Files;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Refusal;

/// From the draft to the issued document, with the demonstration's people.
@SpringBootTest(properties = "thongsuot.demonstration=true")
@Proves("S1.5")
class IssuingTests {

    private static final int CLERKS = 50;

    @Autowired
    OutgoingDrafts drafts;

    @Autowired
    OutgoingDocuments documents;

    @Autowired
    OutgoingStore store;

    @Autowired
    Sealing sealing;

    @Autowired
    Exchange exchange;

    @Autowired
    Files files;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void isSignedNumberedSealedAndIssued() throws IOException, InterruptedException {
        Actor clerk = as(DemonstrationOfficer.CLERK);
        OutgoingId id = signed("rà soát số hóa hồ sơ");
        assertThat(view(id).code()).isEqualTo("…/UBND-VP");
        documents.number(id, view(id).version(), clerk);
        awaitSealed(id);
        OutgoingView sealed = view(id);
        assertThat(sealed.code()).matches("\\d{2,}/UBND-VP");
        byte[] issued = content(id);
        String said = pdfsig(issued);
        assertThat(said)
                .as(said)
                .contains("Đặng Quốc Tường", "Ủy ban nhân dân tỉnh Trà Vinh")
                .containsOnlyOnce("Not total document signed")
                .doesNotContain("Invalid");
        assertThat(said.split("Signature is Valid\\.", -1)).as(said).hasSize(3);
        BufferedImage drawn = drawn(issued);
        assertThat(drawn.getWidth()).isPositive();

        documents.issue(id, sealed.version(), clerk);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> exchange.deliveries(sealed.shipment()).stream()
                        .map(DeliveryView::state)
                        .toList()
                        .equals(List.of(DeliveryState.ARRIVED)));
        assertThat(documents.acts(view(id)))
                .extracting(OutgoingView.Act::event)
                .containsExactly("Drafted", "Submitted", "Signed", "Numbered", "Sealed", "Issued");
    }

    /// As many clerks as there are threads, each with a document of their own, all in one book.
    @Test
    void fiftyClerksNumberWithoutAGapOrADouble() throws Exception {
        Actor clerk = as(DemonstrationOfficer.CLERK);
        List<OutgoingId> ids = waitingForNumbers(CLERKS + 5);
        int before = last();
        // Some are taken back half way: their numbers go to others.
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            OutgoingId id = ids.get(i);
            boolean lost = i >= CLERKS;
            acts.add(() -> transaction.execute(status -> {
                documents.number(id, 2, clerk);
                if (lost) {
                    status.setRollbackOnly();
                }
                return 0;
            }));
        }
        try (var together = Executors.newFixedThreadPool(CLERKS)) {
            for (Future<Integer> numbered : together.invokeAll(acts)) {
                numbered.get();
            }
        }
        assertThat(numbers())
                .isEqualTo(IntStream.rangeClosed(1, before + CLERKS).boxed().toList());
        assertThat(jdbc.sql("""
                                select d.number from outgoing.document d join outgoing.act a on a.document = d.id
                                 where d.agency = ? and d.type = 'OFFICIAL_LETTER' and a.event = 'Numbered'
                                 order by a.at, d.number
                                """)
                        .param(People.committee(directory).value())
                        .query(Integer.class)
                        .list())
                .as("in the order of time")
                .isSorted();
        assertThat(last()).isEqualTo(before + CLERKS);
        for (OutgoingId lost : ids.subList(CLERKS, ids.size())) {
            assertThat(view(lost).status()).isEqualTo(OutgoingStatus.SIGNED);
        }
        assertThatThrownBy(() -> documents.number(ids.getFirst(), 2, clerk))
                .as("a second click")
                .isInstanceOf(Refusal.class);
        // None was ever signed in truth: what cannot be sealed says why, and keeps its number.
        await().atMost(Duration.ofSeconds(60)).until(() -> view(ids.getFirst()).sealFailure() != null);
        OutgoingView kept = view(ids.getFirst());
        assertThat(kept.status()).isEqualTo(OutgoingStatus.NUMBERED);
        assertThat(kept.sealFailure()).isEqualTo("signing.not-signed");
        documents.cancel(ids.getFirst(), kept.version(), "thử hủy", clerk);
        assertThat(view(ids.getFirst()).number()).as("stays in the register").isEqualTo(kept.number());
        jdbc.sql("update outgoing.document set seal_next_try = null").update();
    }

    /// As a node leaves it that died after it had given the number: nobody was told, nothing was stamped.
    @Test
    void whatWasNumberedAndNotSealedIsTakenUpAgain() throws IOException {
        Actor clerk = as(DemonstrationOfficer.CLERK);
        OutgoingId id = signed("tiếp tục sau khi máy dừng");
        transaction.executeWithoutResult(_ -> {
            documents.number(id, 3, clerk);
            // Taken by a node that is no more.
            jdbc.sql("update outgoing.document set seal_next_try = now() + interval '1 hour' where id = ?")
                    .param(id.value())
                    .update();
        });
        sealing.run();
        OutgoingView numbered = view(id);
        assertThat(numbered.status()).as("visible as what it is").isEqualTo(OutgoingStatus.NUMBERED);
        assertThatThrownBy(() -> documents.issue(id, numbered.version(), clerk))
                .as("nothing is issued unsealed")
                .isInstanceOf(Refusal.class);
        jdbc.sql("update outgoing.document set seal_next_try = now() where id = ?")
                .param(id.value())
                .update();
        sealing.run();
        sealing.run();
        assertThat(view(id).status()).isEqualTo(OutgoingStatus.SEALED);
        assertThat(view(id).number()).isEqualTo(numbered.number());
        assertThat(documents.files(view(id)))
                .extracting(OutgoingView.File::kind)
                .containsExactly(
                        OutgoingView.FileKind.SEALED, OutgoingView.FileKind.SIGNED, OutgoingView.FileKind.DRAFT);
        byte[] sealed = content(id);
        try (InputStream before = files.open(documents.files(view(id)).get(1).hash())) {
            assertThat(sealed).as("nothing that was signed changed").startsWith(before.readAllBytes());
        }
    }

    @Test
    void whoMayNotIsRefused() {
        OutgoingId id = drafted("sai người");
        for (DemonstrationOfficer wrong : List.of(
                DemonstrationOfficer.COMMUNE_CLERK,
                DemonstrationOfficer.COMMUNE_CHAIRMAN,
                DemonstrationOfficer.DEPARTMENT_HEAD,
                DemonstrationOfficer.AUDITOR)) {
            Actor by = as(wrong);
            assertThatThrownBy(() -> documents.find(id, by)).as(wrong.name()).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> drafts.submit(id, 1, by)).isInstanceOf(Refusal.class);
            assertThat(documents.list(by, filter(), null, 10).items()).isEmpty();
            assertThat(documents.counts(by, People.committee(directory))).isEmpty();
        }
        drafts.submit(id, 1, as(DemonstrationOfficer.CLERK));
        assertThatThrownBy(() -> documents.sign(id, 2, as(DemonstrationOfficer.CHAIRMAN)))
                .as("laid before the vice-chairman")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> documents.number(id, 2, as(DemonstrationOfficer.VICE_CHAIRMAN)))
                .isInstanceOf(Refusal.class);
        assertThat(documents
                        .list(as(DemonstrationOfficer.CHAIRMAN), filter(), null, 100)
                        .items())
                .extracting(OutgoingView::id)
                .contains(id);
    }

    private OutgoingFilter filter() {
        return new OutgoingFilter(People.committee(directory), java.util.Set.of(), null, "");
    }

    /// Documents that wait for a number, without the trouble of signing each.
    private List<OutgoingId> waitingForNumbers(int many) {
        Actor clerk = as(DemonstrationOfficer.CLERK);
        DraftFile file = drafts.keep(new ByteArrayInputStream(LetterPdf.of("thử")), "thử.pdf", clerk);
        List<OutgoingId> ids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            OutgoingId id = drafts.create(People.letter(directory, "văn bản " + i, commune()), file, clerk);
            drafts.submit(id, 1, clerk);
            jdbc.sql("update outgoing.document set status = 'SIGNED' where id = ?")
                    .param(id.value())
                    .update();
            ids.add(id);
        }
        return ids;
    }

    private int last() {
        return jdbc.sql(
                        "select coalesce(max(last), 0) from outgoing.book where agency = ? and type = 'OFFICIAL_LETTER'")
                .param(People.committee(directory).value())
                .query(Integer.class)
                .single();
    }

    private List<Integer> numbers() {
        return jdbc.sql("""
                        select number from outgoing.document where agency = ? and type = 'OFFICIAL_LETTER'
                           and number is not null order by number
                        """)
                .param(People.committee(directory).value())
                .query(Integer.class)
                .list();
    }

    private OutgoingId signed(String subject) {
        Actor clerk = as(DemonstrationOfficer.CLERK);
        Actor leader = as(DemonstrationOfficer.VICE_CHAIRMAN);
        OutgoingId id = drafted(subject);
        drafts.submit(id, 1, clerk);
        documents.sign(id, 2, leader);
        return id;
    }

    private OutgoingId drafted(String subject) {
        Actor clerk = as(DemonstrationOfficer.CLERK);
        DraftFile file = drafts.keep(new ByteArrayInputStream(LetterPdf.of(subject)), "Công văn.pdf", clerk);
        return drafts.create(People.letter(directory, subject, commune()), file, clerk);
    }

    private AgencyId commune() {
        return People.as(directory, DemonstrationOfficer.COMMUNE_CLERK).agency();
    }

    private Actor as(DemonstrationOfficer officer) {
        return People.as(directory, officer);
    }

    private OutgoingView view(OutgoingId id) {
        return documents.find(id, as(DemonstrationOfficer.CLERK));
    }

    private void awaitSealed(OutgoingId id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> view(id).status() == OutgoingStatus.SEALED);
    }

    private byte[] content(OutgoingId id) throws IOException {
        try (InputStream content =
                files.open(documents.files(view(id)).getFirst().hash())) {
            return content.readAllBytes();
        }
    }

    private BufferedImage drawn(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 100);
            java.nio.file.Files.createDirectories(Path.of("target/screens"));
            ImageIO.write(
                    image,
                    "png",
                    Path.of("target/screens/outgoing-sealed-pdf.png").toFile());
            return image;
        }
    }

    private String pdfsig(byte[] pdf) throws IOException, InterruptedException {
        Path file = java.nio.file.Files.write(folder.resolve("issued.pdf"), pdf);
        Process process = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
