package vn.thongsuot.exchange;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// One receiver's copy at the sender's: hears what the receiver tells, and asks for it back.
final class Delivery {

    final DeliveryId id;
    final ShipmentId shipment;
    final AgencyId receiver;
    private long version;
    private DeliveryState state;
    private Recall recall;
    private @Nullable String reason;

    Delivery(DeliveryId id, ShipmentId shipment, AgencyId receiver, long version, DeliveryState state, Recall recall) {
        this.id = id;
        this.shipment = shipment;
        this.receiver = receiver;
        this.version = version;
        this.state = state;
        this.recall = recall;
    }

    /// What `code` changes; nothing where it is told twice, too late, or answers what nobody asked.
    Optional<ExchangeEvent> hear(StatusCode code, @Nullable String why, Actor by, Instant at) {
        boolean answer = code == StatusCode.RECALL_AGREED || code == StatusCode.RECALL_DECLINED;
        if (answer) {
            return recall.open()
                    ? Optional.of(answered(code == StatusCode.RECALL_AGREED, why, by, at))
                    : Optional.empty();
        }
        Optional<DeliveryState> next = state.after(code);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        state = next.get();
        reason = why;
        version++;
        return Optional.of(new ExchangeEvent.ReceiverStateChanged(id, version, shipment, receiver, code, why, by, at));
    }

    private ExchangeEvent answered(boolean agreed, @Nullable String why, Actor by, Instant at) {
        recall = agreed ? Recall.AGREED : Recall.DECLINED;
        if (agreed) {
            state = state.after(StatusCode.RECALL_AGREED).orElse(state);
        }
        reason = why;
        version++;
        return new ExchangeEvent.RecallAnswered(id, version, shipment, receiver, agreed, why, by, at);
    }

    /// Asks for it back; nothing where it is asked already or there is nothing to give back.
    Optional<ExchangeEvent> askBack(String why, Actor by, Instant at) {
        if (state.ended() || !recall.mayAsk()) {
            return Optional.empty();
        }
        recall = Recall.ASKED;
        reason = why;
        version++;
        return Optional.of(new ExchangeEvent.RecallStarted(id, version, shipment, receiver, why, by, at));
    }

    long version() {
        return version;
    }

    DeliveryState state() {
        return state;
    }

    Recall recall() {
        return recall;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
