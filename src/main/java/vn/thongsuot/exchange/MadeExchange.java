package vn.thongsuot.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BulkRows;
import vn.thongsuot.shared.Chances;
import vn.thongsuot.shared.Uuids;

/// **Liên thông minh họa.** Sends made-up letters that arrived long ago, many at once: nothing waits to be carried, and
/// nobody is told.
@Component
public class MadeExchange {

    private static final int LONGEST_WAY_SECONDS = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MadeArrivals arrivals;

    MadeExchange(JdbcClient jdbc, JsonMapper json, MadeArrivals arrivals) {
        this.jdbc = jdbc;
        this.json = json;
        this.arrivals = arrivals;
    }

    /// A letter and when it was sent.
    public record Sent(Shipment shipment, Instant at) {}

    private record ShipmentRow(
            UUID id, UUID sender, @JsonRawValue String letter, Instant sentAt) {}

    private record DeliveryRow(
            UUID id,
            long version,
            UUID shipment,
            UUID receiver,
            String state,
            String recall,
            Instant changedAt,
            int tries) {}

    private record ArrivalRow(
            UUID id,
            long version,
            UUID shipment,
            UUID sender,
            UUID receiver,
            @JsonRawValue String letter,
            Instant arrivedAt,
            String recall) {}

    /// Agencies that register what comes in, in the order of the directory.
    public List<AgencyId> receivers() {
        return arrivals.receivers();
    }

    /// Sends and delivers, in the transaction under way.
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(List<Sent> letters, Chances chances) {
        List<ShipmentRow> shipments = new ArrayList<>();
        List<ArrivalView> arrived = new ArrayList<>();
        List<ArrivalRow> rows = new ArrayList<>();
        for (Sent sent : letters) {
            Shipment shipment = sent.shipment();
            String letter = json.writeValueAsString(shipment.letter());
            shipments.add(
                    new ShipmentRow(shipment.id().value(), shipment.sender().value(), letter, sent.at()));
            for (AgencyId receiver : shipment.receivers()) {
                Instant at = sent.at().plusSeconds(chances.from(1, LONGEST_WAY_SECONDS));
                ArrivalId id = new ArrivalId(Uuids.next(at));
                arrived.add(new ArrivalView(
                        id, shipment.id(), shipment.sender(), receiver, shipment.letter(), at, Recall.NONE, null));
                rows.add(new ArrivalRow(
                        id.value(),
                        1,
                        shipment.id().value(),
                        shipment.sender().value(),
                        receiver.value(),
                        letter,
                        at,
                        Recall.NONE.name()));
            }
        }
        write(shipments, rows);
        Map<ArrivalId, DeliveryState> states = arrivals.receive(arrived, chances);
        deliver(arrived.stream()
                .map(arrival -> delivery(arrival, states.getOrDefault(arrival.id(), DeliveryState.ARRIVED)))
                .toList());
    }

    private static DeliveryRow delivery(ArrivalView arrival, DeliveryState state) {
        return new DeliveryRow(
                Uuids.next(arrival.arrived()),
                told(state),
                arrival.shipment().value(),
                arrival.receiver().value(),
                state.name(),
                Recall.NONE.name(),
                arrival.arrived(),
                1);
    }

    /// How often a receiver told how far it is, to be there.
    private static int told(DeliveryState state) {
        return switch (state) {
            case QUEUED -> 0;
            case ARRIVED -> 1;
            case REFUSED, REGISTERED -> 2;
            case ASSIGNED -> 3;
            case HANDLING -> 4;
            case DONE -> 5;
            case RECALLED -> throw new IllegalArgumentException("Nothing made up is asked back");
        };
    }

    private void write(List<ShipmentRow> shipments, List<ArrivalRow> arrived) {
        jdbc.sql("""
                        insert into exchange.shipment
                        select * from json_populate_recordset(null::exchange.shipment, cast(:rows as json))
                        """).param("rows", BulkRows.of(shipments)).update();
        jdbc.sql("""
                        insert into exchange.arrival
                        select * from json_populate_recordset(null::exchange.arrival, cast(:rows as json))
                        """).param("rows", BulkRows.of(arrived)).update();
    }

    private void deliver(List<DeliveryRow> deliveries) {
        jdbc.sql("""
                        insert into exchange.delivery (id, version, shipment, receiver, state, recall, changed_at, tries)
                        select id, version, shipment, receiver, state, recall, changed_at, tries
                          from json_populate_recordset(null::exchange.delivery, cast(:rows as json))
                        """).param("rows", BulkRows.of(deliveries)).update();
    }
}
