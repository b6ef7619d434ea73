package vn.thongsuot.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import vn.thongsuot.exchange.DeliveryState;
import vn.thongsuot.exchange.DeliveryView;
import vn.thongsuot.exchange.Exchange;
import vn.thongsuot.exchange.ExchangeEvent;
import vn.thongsuot.exchange.Inbound;
import vn.thongsuot.exchange.Letter;
import vn.thongsuot.exchange.Recall;
import vn.thongsuot.exchange.Shipment;
import vn.thongsuot.exchange.ShipmentId;
import vn.thongsuot.exchange.StatusCode;
import vn.thongsuot.exchange.StatusReport;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.outgoing.LetterPdf;
import vn.thongsuot.outgoing.People;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;

/// A sender wants a document back while the receiver works on it: Decision 28/2018/QĐ-TTg art. 8 and 9.
@SpringBootTest(properties = "thongsuot.demonstration=true")
class RecallTests {

    private static final Actor JOB = new Actor.Job("test");

    @Autowired
    Exchange exchange;

    @Autowired
    Inbound inbound;

    @Autowired
    Arrivals arrivals;

    @Autowired
    IncomingDocuments documents;

    @Autowired
    Files files;

    @Autowired
    Directory directory;

    @Autowired
    BusinessClock clock;

    @Test
    void whoRegistersSeesTheRecallFirst() {
        IncomingView seen = arrived("vào sổ lúc đang xin lại");
        askBack(seen);
        refused(() -> documents.register(seen.id(), seen.version(), clerk()), SharedProblem.CHANGED_MEANWHILE);
        assertThat(now(seen).number()).isNull();
        documents.giveBack(seen.id(), now(seen).version(), clerk());
        await().until(() -> delivery(seen).state() == DeliveryState.RECALLED);
        assertThat(events(seen)).containsExactly("Arrived", "AskedBack", "GivenBack");
    }

    /// The sender has it back: nothing is left to answer, on either side.
    @Test
    void whatIsSentBackAnswersTheRecall() {
        IncomingView seen = arrived("từ chối lúc đang xin lại");
        askBack(seen);
        documents.refuse(seen.id(), now(seen).version(), "không thuộc địa bàn", clerk());
        await().until(() -> delivery(seen).recall() == Recall.AGREED);
        assertThat(exchange.arrival(seen.arrival()).recall()).isEqualTo(Recall.AGREED);
    }

    /// The refusal was on its way when the sender asked.
    @Test
    void aRecallOfWhatWasSentBackIsAnsweredByItself() {
        IncomingView seen = arrived("xin lại sau khi từ chối");
        documents.refuse(seen.id(), seen.version(), "không thuộc địa bàn", clerk());
        inbound.hear(asking(seen));
        await().until(() -> exchange.arrival(seen.arrival()).recall() == Recall.AGREED);
        assertThat(events(seen)).containsExactly("Arrived", "Refused");
    }

    /// A node died between the receiver's storing and the sender's crossing off.
    @Test
    void aRecallCarriedAgainAfterTheAnswerAsksNothing() {
        IncomingView seen = arrived("xin lại hai lần");
        StatusReport asked = asking(seen);
        inbound.hear(asked);
        awaitAsked(seen);
        arrivals.on(new ExchangeEvent.RecallAsked(seen.arrival(), 2, shipment(seen), "lặp", JOB, clock.instant()));
        documents.keep(seen.id(), now(seen).version(), "đã thực hiện", clerk());
        inbound.hear(asked);
        assertThat(exchange.arrival(seen.arrival()).recall()).isEqualTo(Recall.DECLINED);
        assertThat(events(seen)).containsExactly("Arrived", "AskedBack", "Kept");
    }

    /// What is told without a reason leaves the last one standing.
    @Test
    void theReasonOfANoStaysWhenTheWorkGoesOn() {
        IncomingView seen = arrived("không trả lại");
        askBack(seen);
        documents.keep(seen.id(), now(seen).version(), "đã thực hiện xong", clerk());
        await().until(() -> delivery(seen).recall() == Recall.DECLINED);
        documents.register(seen.id(), now(seen).version(), clerk());
        await().until(() -> delivery(seen).state() == DeliveryState.REGISTERED);
        assertThat(delivery(seen).reason()).isEqualTo("đã thực hiện xong");
    }

    @Test
    void aNoNeedsAReasonOfSensibleLength() {
        IncomingView seen = arrived("lý do quá dài");
        askBack(seen);
        long version = now(seen).version();
        refused(() -> documents.keep(seen.id(), version, " ", clerk()), IncomingProblem.REASON_MISSING);
        refused(() -> documents.keep(seen.id(), version, "x".repeat(1_001), clerk()), IncomingProblem.TEXT_TOO_LONG);
        assertThat(exchange.arrival(seen.arrival()).recall()).isEqualTo(Recall.ASKED);
    }

    private void askBack(IncomingView seen) {
        exchange.askRecall(shipment(seen), "sai số liệu", JOB);
        awaitAsked(seen);
    }

    private void awaitAsked(IncomingView seen) {
        await().atMost(Duration.ofSeconds(30)).until(() -> events(seen).contains("AskedBack"));
    }

    private StatusReport asking(IncomingView seen) {
        return new StatusReport(
                shipment(seen), seen.sender(), seen.agency(), StatusCode.RECALL_ASKED, "sai số liệu", clock.instant());
    }

    private ShipmentId shipment(IncomingView seen) {
        return exchange.arrival(seen.arrival()).shipment();
    }

    private DeliveryView delivery(IncomingView seen) {
        return exchange.deliveries(shipment(seen)).getFirst();
    }

    private IncomingView now(IncomingView seen) {
        return documents.find(seen.id(), clerk());
    }

    private List<String> events(IncomingView seen) {
        return documents.acts(seen).stream().map(IncomingView.Act::event).toList();
    }

    private Actor.Officer clerk() {
        return People.as(directory, DemonstrationOfficer.COMMUNE_CLERK);
    }

    private IncomingView arrived(String about) {
        StoredFile file = files.store(new ByteArrayInputStream(LetterPdf.of("thử")), Set.of());
        String subject = about + " " + UUID.randomUUID();
        Letter letter = new Letter(
                "07",
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
                        List.of(clerk().agency()),
                        letter),
                JOB);
        IncomingFilter filter = new IncomingFilter(clerk().agency(), Set.of(IncomingStatus.ARRIVED), null, subject);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !documents.list(clerk(), filter, null, 1).items().isEmpty());
        IncomingView document = documents.list(clerk(), filter, null, 1).items().getFirst();
        await().until(() -> delivery(document).state() == DeliveryState.ARRIVED);
        return document;
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable act, vn.thongsuot.shared.Problem problem) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
