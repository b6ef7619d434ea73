package vn.thongsuot.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.SharedProblem;

/// Writes shipments, deliveries and arrivals, one at a time.
@Component
class ExchangeStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExchangeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Whether the shipment is new.
    boolean add(Shipment shipment, Instant at) {
        return jdbc.sql("""
                        insert into exchange.shipment (id, sender, letter, sent_at)
                        values (:id, :sender, cast(:letter as jsonb), :at) on conflict (id) do nothing
                        """)
                        .param("id", shipment.id().value())
                        .param("sender", shipment.sender().value())
                        .param("letter", json.writeValueAsString(shipment.letter()))
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /// A copy that waits to be carried.
    void add(DeliveryId id, ShipmentId shipment, AgencyId receiver, Instant at) {
        jdbc.sql("""
                        insert into exchange.delivery (id, version, shipment, receiver, state, changed_at, next_try)
                        values (:id, 0, :shipment, :receiver, 'QUEUED', :at, now())
                        on conflict (shipment, receiver) do nothing
                        """)
                .param("id", id.value())
                .param("shipment", shipment.value())
                .param("receiver", receiver.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A receiver's copy, kept from being changed by others until the transaction ends.
    Optional<Delivery> lock(ShipmentId shipment, AgencyId receiver) {
        return jdbc.sql("""
                        select id, version, state, recall from exchange.delivery
                         where shipment = :shipment and receiver = :receiver for update
                        """)
                .param("shipment", shipment.value())
                .param("receiver", receiver.value())
                .query((row, _) -> new Delivery(
                        new DeliveryId(row.getObject("id", UUID.class)),
                        shipment,
                        receiver,
                        row.getLong("version"),
                        DeliveryState.valueOf(row.getString("state")),
                        Recall.valueOf(row.getString("recall"))))
                .optional();
    }

    /// Whoever says nothing leaves the last reason standing.
    void save(Delivery delivery, Instant at) {
        int saved = jdbc.sql("""
                        update exchange.delivery
                           set version = :version, state = :state, recall = :recall, reason = coalesce(:reason, reason),
                               changed_at = :at
                         where id = :id and version = :version - 1
                        """)
                .param("id", delivery.id.value())
                .param("version", delivery.version())
                .param("state", delivery.state().name())
                .param("recall", delivery.recall().name())
                .param("reason", delivery.reason())
                .param("at", Timestamp.from(at))
                .update();
        if (saved == 0) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
    }

    /// The id under which the packet arrived just now; nothing where it is here already.
    Optional<ArrivalId> accept(ArrivalId id, Packet packet, Instant at) {
        int added = jdbc.sql("""
                        insert into exchange.arrival (id, version, shipment, sender, receiver, letter, arrived_at)
                        values (:id, 1, :shipment, :sender, :receiver, cast(:letter as jsonb), :at)
                        on conflict (sender, shipment, receiver) do nothing
                        """)
                .param("id", id.value())
                .param("shipment", packet.shipment().value())
                .param("sender", packet.sender().value())
                .param("receiver", packet.receiver().value())
                .param("letter", json.writeValueAsString(packet.letter()))
                .param("at", Timestamp.from(at))
                .update();
        return added == 0 ? Optional.empty() : Optional.of(id);
    }

    /// What is known of a letter that came in, its version, and when its sender said last that it wants it back.
    record Came(ArrivalView view, long version, @Nullable Instant recallSaid) {}

    Optional<Came> arrival(ArrivalId id, boolean lock) {
        return jdbc.sql(ARRIVAL + " where id = :id" + (lock ? " for update" : ""))
                .param("id", id.value())
                .query((row, _) -> came(row))
                .optional();
    }

    Optional<Came> lockArrival(ShipmentId shipment, AgencyId sender, AgencyId receiver) {
        return jdbc.sql(ARRIVAL
                        + " where sender = :sender and shipment = :shipment and receiver = :receiver for update")
                .param("sender", sender.value())
                .param("shipment", shipment.value())
                .param("receiver", receiver.value())
                .query((row, _) -> came(row))
                .optional();
    }

    private static final String ARRIVAL = """
            select id, version, shipment, sender, receiver, letter, arrived_at, recall, recall_reason, recall_said_at
              from exchange.arrival
            """;

    private Came came(ResultSet row) throws SQLException {
        Timestamp said = row.getTimestamp("recall_said_at");
        return new Came(
                new ArrivalView(
                        new ArrivalId(row.getObject("id", UUID.class)),
                        new ShipmentId(row.getObject("shipment", UUID.class)),
                        new AgencyId(row.getObject("sender", UUID.class)),
                        new AgencyId(row.getObject("receiver", UUID.class)),
                        letter(row.getString("letter")),
                        row.getTimestamp("arrived_at").toInstant(),
                        Recall.valueOf(row.getString("recall")),
                        row.getString("recall_reason")),
                row.getLong("version"),
                said == null ? null : said.toInstant());
    }

    /// @param said when the sender said so; null for an answer
    void recall(ArrivalId id, long version, Recall recall, @Nullable String reason, @Nullable Instant said) {
        jdbc.sql("""
                        update exchange.arrival set version = :version, recall = :recall, recall_reason = :reason,
                               recall_said_at = coalesce(:said, recall_said_at)
                         where id = :id
                        """)
                .param("id", id.value())
                .param("version", version)
                .param("recall", recall.name())
                .param("reason", reason)
                .param("said", said == null ? null : Timestamp.from(said))
                .update();
    }

    Letter letter(String text) {
        return json.readValue(text, Letter.class);
    }
}
