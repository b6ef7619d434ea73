package vn.thongsuot.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.files.Files;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.outgoing.LetterPdf;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Refusal;

/// Letters between agencies of one installation, carried at least once and doubled by nothing.
@SpringBootTest(properties = "thongsuot.demonstration=true")
@Proves("S1.5")
class ExchangeTests {

    private static final Actor BY = new Actor.Job("test");

    /// The local connector, reached only after so many failures.
    static final class Rough implements Connector {

        static final AtomicInteger FAILURES = new AtomicInteger();

        private final Inbound inbound;

        Rough(Inbound inbound) {
            this.inbound = inbound;
        }

        @Override
        public boolean reaches(AgencyId agency) {
            return FAILURES.get() > 0;
        }

        /// Stores the letter and fails to say so: the worst that can happen.
        @Override
        public void deliver(Packet packet) {
            FAILURES.decrementAndGet();
            inbound.accept(packet);
            throw new IllegalStateException("cut off");
        }

        @Override
        public void report(StatusReport report) {
            FAILURES.decrementAndGet();
            inbound.hear(report);
            throw new IllegalStateException("cut off");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class WithRough {

        @Bean
        @Order(0)
        Connector rough(Inbound inbound) {
            return new Rough(inbound);
        }
    }

    @Autowired
    Exchange exchange;

    @Autowired
    Inbound inbound;

    @Autowired
    Courier courier;

    @Autowired
    Files files;

    @Autowired
    Directory directory;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void smooth() {
        Rough.FAILURES.set(0);
    }

    @Test
    void sendingTwiceIsOneDeliveryPerReceiver() {
        List<AgencyId> agencies = agencies(3);
        Shipment shipment = shipment(agencies.getFirst(), List.of(agencies.get(1), agencies.get(2), agencies.get(1)));
        exchange.send(shipment, BY);
        exchange.send(shipment, BY);
        awaitAll(shipment, DeliveryState.ARRIVED);
        assertThat(exchange.deliveries(shipment.id()))
                .extracting(DeliveryView::receiver)
                .containsExactly(agencies.get(1), agencies.get(2));
        assertThat(count("exchange.arrival", shipment)).isEqualTo(2);
        assertThat(events("exchange.Sent", "thing_id = '" + shipment.id() + "'"))
                .isEqualTo(1);
        assertThat(exchange.counts(List.of(shipment.id())).get(shipment.id())).isEqualTo(new ShipmentCount(2, 2, 0, 0));
    }

    /// As a node leaves it that died after the receiver stored the letter and before it was crossed off.
    @Test
    void aLetterCarriedTwiceIsOneDocument() {
        List<AgencyId> agencies = agencies(2);
        Shipment shipment = shipment(agencies.getFirst(), List.of(agencies.get(1)));
        exchange.send(shipment, BY);
        awaitAll(shipment, DeliveryState.ARRIVED);
        jdbc.sql("update exchange.delivery set next_try = now() where shipment = ?")
                .param(shipment.id().value())
                .update();
        jdbc.sql("update exchange.status set next_try = now() where shipment = ?")
                .param(shipment.id().value())
                .update();
        courier.run();
        inbound.accept(
                new Packet(shipment.id(), shipment.sender(), agencies.get(1), shipment.letter(), clock.instant()));
        await().until(() -> waiting(shipment) == 0);
        assertThat(count("exchange.arrival", shipment)).isEqualTo(1);
        assertThat(documents(shipment)).isEqualTo(1);
        assertThat(events("exchange.ReceiverStateChanged", delivered(shipment))).isEqualTo(1);
    }

    @Test
    void whatFailsIsCarriedLaterAndDoublesNothing() {
        List<AgencyId> agencies = agencies(2);
        Rough.FAILURES.set(1);
        Shipment shipment = shipment(agencies.getFirst(), List.of(agencies.get(1)));
        exchange.send(shipment, BY);
        await().until(() -> jdbc.sql("select failure from exchange.delivery where shipment = ?")
                .param(shipment.id().value())
                .query((row, _) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .isPresent());
        DeliveryView kept = exchange.deliveries(shipment.id()).getFirst();
        assertThat(kept.tries()).isEqualTo(1);
        assertThat(kept.failure()).isEqualTo("IllegalStateException");
        jdbc.sql("update exchange.delivery set next_try = now() where shipment = ?")
                .param(shipment.id().value())
                .update();
        courier.run();
        awaitAll(shipment, DeliveryState.ARRIVED);
        assertThat(exchange.deliveries(shipment.id()).getFirst().failure()).isNull();
        assertThat(documents(shipment)).isEqualTo(1);
    }

    @Test
    void aReportToldTwiceOrTooLateChangesNothing() {
        List<AgencyId> agencies = agencies(2);
        Shipment shipment = shipment(agencies.getFirst(), List.of(agencies.get(1)));
        exchange.send(shipment, BY);
        awaitAll(shipment, DeliveryState.ARRIVED);
        ArrivalId arrival = arrival(shipment);
        exchange.report(arrival, StatusCode.HANDLING, null);
        awaitAll(shipment, DeliveryState.HANDLING);
        exchange.report(arrival, StatusCode.HANDLING, null);
        exchange.report(arrival, StatusCode.REGISTERED, null);
        exchange.report(arrival, StatusCode.REFUSED, "muộn");
        await().until(() -> waiting(shipment) == 0);
        assertThat(exchange.deliveries(shipment.id()).getFirst().state()).isEqualTo(DeliveryState.HANDLING);
        assertThat(events("exchange.ReceiverStateChanged", delivered(shipment))).isEqualTo(2);
    }

    @Test
    void aLetterIsAskedBackAndGivenBack() {
        List<AgencyId> agencies = agencies(3);
        Shipment shipment = shipment(agencies.getFirst(), List.of(agencies.get(1), agencies.get(2)));
        exchange.send(shipment, BY);
        awaitAll(shipment, DeliveryState.ARRIVED);
        exchange.askRecall(shipment.id(), "sai số liệu", BY);
        exchange.askRecall(shipment.id(), "sai số liệu", BY);
        await().until(() -> jdbc.sql("select count(*) from exchange.arrival where shipment = ? and recall = 'ASKED'")
                        .param(shipment.id().value())
                        .query(Long.class)
                        .single()
                == 2);
        List<ArrivalId> arrivals = jdbc.sql("select id from exchange.arrival where shipment = ?")
                .param(shipment.id().value())
                .query((row, _) -> new ArrivalId(row.getObject(1, UUID.class)))
                .list();
        assertThat(exchange.arrival(arrivals.getFirst()).recallReason()).isEqualTo("sai số liệu");
        exchange.answerRecall(arrivals.getFirst(), true, null, BY);
        exchange.answerRecall(arrivals.getLast(), false, "đã thực hiện", BY);
        assertThatThrownBy(() -> exchange.answerRecall(arrivals.getFirst(), true, null, BY))
                .isInstanceOf(Refusal.class);
        await().until(() -> exchange.deliveries(shipment.id()).stream()
                .map(DeliveryView::recall)
                .toList()
                .containsAll(Set.of(Recall.AGREED, Recall.DECLINED)));
        assertThat(exchange.deliveries(shipment.id()))
                .extracting(DeliveryView::state)
                .containsExactlyInAnyOrder(DeliveryState.RECALLED, DeliveryState.ARRIVED);
    }

    @Test
    void refusesALetterToNobodyAndToNowhere() {
        AgencyId sender = agencies(1).getFirst();
        refused(shipment(sender, List.of()), ExchangeProblem.NO_RECEIVER);
        refused(shipment(sender, List.of(new AgencyId(UUID.randomUUID()))), ExchangeProblem.RECEIVER_UNKNOWN);
    }

    private void refused(Shipment shipment, ExchangeProblem problem) {
        assertThatThrownBy(() -> exchange.send(shipment, BY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private void awaitAll(Shipment shipment, DeliveryState state) {
        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        exchange.deliveries(shipment.id()).stream().allMatch(delivery -> delivery.state() == state));
    }

    private Shipment shipment(AgencyId sender, List<AgencyId> receivers) {
        var stored = files.store(new ByteArrayInputStream(LetterPdf.of("thử liên thông")), Set.of());
        return new Shipment(
                new ShipmentId(UUID.randomUUID()),
                sender,
                receivers,
                new Letter(
                        "01",
                        "UBND-VP",
                        LocalDate.of(2024, 11, 22),
                        "Trà Vinh",
                        "Công văn",
                        "thử liên thông",
                        new Letter.Signer("KT.", "Phó Chủ tịch", "Đặng Quốc Tường"),
                        Urgency.NORMAL,
                        null,
                        List.of("Sở Tư pháp"),
                        List.of(new Letter.Attachment("thu.pdf", stored.hash()))));
    }

    private List<AgencyId> agencies(int many) {
        AgencyId province = directory.roots(clock.today()).getFirst().id();
        return directory.withDescendants(province, clock.today()).stream()
                .map(AgencyView::id)
                .limit(many)
                .toList();
    }

    private ArrivalId arrival(Shipment shipment) {
        return jdbc.sql("select id from exchange.arrival where shipment = ?")
                .param(shipment.id().value())
                .query((row, _) -> new ArrivalId(row.getObject(1, UUID.class)))
                .single();
    }

    private long count(String table, Shipment shipment) {
        return jdbc.sql("select count(*) from " + table + " where shipment = ?")
                .param(shipment.id().value())
                .query(Long.class)
                .single();
    }

    private long documents(Shipment shipment) {
        return jdbc.sql("""
                        select count(*) from incoming.document
                         where arrival in (select id from exchange.arrival where shipment = ?)
                        """).param(shipment.id().value()).query(Long.class).single();
    }

    private long waiting(Shipment shipment) {
        return jdbc.sql("""
                        select (select count(*) from exchange.delivery where shipment = :id and next_try is not null)
                             + (select count(*) from exchange.status where shipment = :id and next_try is not null)
                        """)
                .param("id", shipment.id().value())
                .query(Long.class)
                .single();
    }

    private static String delivered(Shipment shipment) {
        return "thing_id in (select id::text from exchange.delivery where shipment = '" + shipment.id() + "')";
    }

    private long events(String event, String which) {
        return jdbc.sql("select count(*) from audit.entry where event = ? and " + which)
                .param(event)
                .query(Long.class)
                .single();
    }
}
