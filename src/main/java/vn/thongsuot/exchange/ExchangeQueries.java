package vn.thongsuot.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;

/// Reads what became of shipments.
@Component
class ExchangeQueries {

    private final JdbcClient jdbc;

    ExchangeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AgencyId> sender(ShipmentId shipment) {
        return jdbc.sql("select sender from exchange.shipment where id = :id")
                .param("id", shipment.value())
                .query((row, _) -> new AgencyId(row.getObject("sender", UUID.class)))
                .optional();
    }

    List<DeliveryView> deliveries(ShipmentId shipment) {
        return jdbc.sql("""
                        select id, receiver, state, recall, reason, changed_at, tries, failure
                          from exchange.delivery where shipment = :shipment order by position
                        """)
                .param("shipment", shipment.value())
                .query((row, _) -> new DeliveryView(
                        new DeliveryId(row.getObject("id", UUID.class)),
                        shipment,
                        new AgencyId(row.getObject("receiver", UUID.class)),
                        DeliveryState.valueOf(row.getString("state")),
                        Recall.valueOf(row.getString("recall")),
                        row.getString("reason"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getInt("tries"),
                        row.getString("failure")))
                .list();
    }

    Map<ShipmentId, ShipmentCount> counts(Collection<ShipmentId> shipments) {
        Map<ShipmentId, ShipmentCount> counts = new HashMap<>();
        jdbc.sql("""
                        select shipment, count(*) as receivers,
                               count(*) filter (where state <> 'QUEUED') as arrived,
                               count(*) filter (where state in ('REGISTERED', 'ASSIGNED', 'HANDLING', 'DONE')) as registered,
                               count(*) filter (where state = 'REFUSED') as refused
                          from exchange.delivery where shipment = any(:shipments) group by shipment
                        """)
                .param("shipments", shipments.stream().map(ShipmentId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(
                            new ShipmentId(row.getObject("shipment", UUID.class)),
                            new ShipmentCount(
                                    row.getInt("receivers"),
                                    row.getInt("arrived"),
                                    row.getInt("registered"),
                                    row.getInt("refused")));
                });
        return counts;
    }

    /// `05/UBND-VX`, as its letter says.
    Optional<String> code(Subject subject, UUID id) {
        String letter = switch (subject) {
            case SHIPMENT -> "select letter from exchange.shipment where id = :id";
            case ARRIVAL -> "select letter from exchange.arrival where id = :id";
            case DELIVERY ->
                "select s.letter from exchange.delivery d join exchange.shipment s on s.id = d.shipment where d.id = :id";
        };
        return jdbc.sql("select letter ->> 'number' || '/' || (letter ->> 'notation') from (" + letter + ") found")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /// What the log names.
    enum Subject {
        SHIPMENT,
        DELIVERY,
        ARRIVAL
    }
}
