package vn.thongsuot.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện liên thông.** Everything that can happen between agencies, at the sender's and at the receiver's.
public sealed interface ExchangeEvent extends Auditable {

    /// A letter was given to the exchange, to be carried to each receiver.
    ///
    /// @param receivers how many
    record Sent(ShipmentId shipment, long version, AgencyId sender, int receivers, Actor by, Instant at)
            implements ExchangeEvent {

        @Override
        public Thing thing() {
            return new Thing("shipment", shipment.toString());
        }
    }

    /// A letter came in; whoever registers documents at the receiver hears it.
    record PacketArrived(
            ArrivalId arrival,
            long version,
            ShipmentId shipment,
            AgencyId sender,
            AgencyId receiver,
            Actor by,
            Instant at)
            implements ExchangeEvent {

        @Override
        public Thing thing() {
            return new Thing("arrival", arrival.toString());
        }
    }

    /// A receiver told the sender how far it is.
    record ReceiverStateChanged(
            DeliveryId delivery,
            long version,
            ShipmentId shipment,
            AgencyId receiver,
            StatusCode code,
            @Nullable String reason,
            Actor by,
            Instant at)
            implements ExchangeEvent {

        @Override
        public Thing thing() {
            return new Thing("delivery", delivery.toString());
        }
    }

    /// The sender wants a receiver to give a letter back.
    record RecallStarted(
            DeliveryId delivery,
            long version,
            ShipmentId shipment,
            AgencyId receiver,
            String reason,
            Actor by,
            Instant at)
            implements ExchangeEvent {

        @Override
        public Thing thing() {
            return new Thing("delivery", delivery.toString());
        }
    }

    /// A receiver was asked to give a letter back.
    record RecallAsked(
            ArrivalId arrival,
            long version,
            ShipmentId shipment,
            @Nullable String reason,
            Actor by,
            Instant at) implements ExchangeEvent {

        @Override
        public Thing thing() {
            return new Thing("arrival", arrival.toString());
        }
    }

    /// A receiver decided whether to give it back.
    record RecallDecided(
            ArrivalId arrival,
            long version,
            ShipmentId shipment,
            boolean agreed,
            @Nullable String reason,
            Actor by,
            Instant at)
            implements ExchangeEvent {

        @Override
        public Thing thing() {
            return new Thing("arrival", arrival.toString());
        }
    }

    /// The sender heard the answer.
    record RecallAnswered(
            DeliveryId delivery,
            long version,
            ShipmentId shipment,
            AgencyId receiver,
            boolean agreed,
            @Nullable String reason,
            Actor by,
            Instant at)
            implements ExchangeEvent {

        @Override
        public Thing thing() {
            return new Thing("delivery", delivery.toString());
        }
    }
}
