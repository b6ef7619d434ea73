package vn.thongsuot.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Uuids;

/// **Trao đổi văn bản.** Sends letters, tells senders how far receivers are, asks letters back. All of it is queued in
/// the caller's transaction and carried after it. Whoever calls has asked for the rights of who acts.
@Component
public class Exchange {

    /// The topic announced when a receiver told anything.
    public static final String TOPIC = "exchange";

    private final Outbound outbound;
    private final ExchangeQueries queries;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Exchange(
            Outbound outbound,
            ExchangeQueries queries,
            Directory directory,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.outbound = outbound;
        this.queries = queries;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /// Sends a letter: one delivery per receiver, named twice or not. The same shipment again is no second sending.
    ///
    /// Refuses a letter without receivers, without a file, and receivers there are not ({@link ExchangeProblem}).
    @Transactional
    public void send(Shipment shipment, Actor by) {
        List<AgencyId> receivers = shipment.receivers().stream().distinct().toList();
        if (receivers.isEmpty()) {
            throw ExchangeProblem.NO_RECEIVER.because();
        }
        if (shipment.letter().attachments().isEmpty()) {
            throw ExchangeProblem.ATTACHMENT_MISSING.because();
        }
        for (AgencyId receiver : receivers) {
            if (directory.agency(receiver).isEmpty()) {
                throw ExchangeProblem.RECEIVER_UNKNOWN.because(receiver);
            }
        }
        Instant at = clock.instant();
        if (!outbound.store().add(shipment, at)) {
            return;
        }
        for (AgencyId receiver : receivers) {
            outbound.store().add(new DeliveryId(Uuids.next(at)), shipment.id(), receiver, at);
        }
        events.publishEvent(new ExchangeEvent.Sent(shipment.id(), 1, shipment.sender(), receivers.size(), by, at));
        outbound.wake();
    }

    /// Tells the sender of `arrival` how far the receiver is: once for each step.
    ///
    /// @param code one that says how far the work is ({@link StatusCode#progress})
    @Transactional
    public void report(ArrivalId arrival, StatusCode code, @Nullable String reason) {
        if (!code.progress()) {
            throw new IllegalArgumentException(code + " does not say how far the work is");
        }
        ArrivalView came = arrival(arrival);
        outbound.tell(new StatusReport(came.shipment(), came.sender(), came.receiver(), code, reason, clock.instant()));
    }

    /// Asks every receiver that still has the letter to give it back; whom it was asked already is not asked twice.
    @Transactional
    public void askRecall(ShipmentId shipment, String reason, Actor by) {
        AgencyId sender = queries.sender(shipment).orElseThrow(ExchangeProblem.ARRIVAL_ABSENT::because);
        Instant at = clock.instant();
        for (DeliveryView view : queries.deliveries(shipment)) {
            Delivery delivery = outbound.store().lock(shipment, view.receiver()).orElseThrow();
            delivery.askBack(reason, by, at).ifPresent(asked -> {
                outbound.store().save(delivery, at);
                events.publishEvent(asked);
                outbound.tell(new StatusReport(shipment, sender, view.receiver(), StatusCode.RECALL_ASKED, reason, at));
            });
        }
    }

    /// Answers the sender that wants `arrival` back. Refuses where nobody asked, or it was answered.
    @Transactional
    public void answerRecall(ArrivalId arrival, boolean agreed, @Nullable String reason, Actor by) {
        ExchangeStore.Came came =
                outbound.store().arrival(arrival, true).orElseThrow(ExchangeProblem.ARRIVAL_ABSENT::because);
        ArrivalView view = came.view();
        if (!view.recall().open()) {
            throw ExchangeProblem.NOT_ASKED_BACK.because();
        }
        Instant at = clock.instant();
        long version = came.version() + 1;
        outbound.store().recall(arrival, version, agreed ? Recall.AGREED : Recall.DECLINED, view.recallReason(), null);
        events.publishEvent(new ExchangeEvent.RecallDecided(arrival, version, view.shipment(), agreed, reason, by, at));
        outbound.tell(new StatusReport(
                view.shipment(),
                view.sender(),
                view.receiver(),
                agreed ? StatusCode.RECALL_AGREED : StatusCode.RECALL_DECLINED,
                reason,
                at));
    }

    /// A letter that came in. Refuses one that did not.
    public ArrivalView arrival(ArrivalId arrival) {
        return outbound.store()
                .arrival(arrival, false)
                .orElseThrow(ExchangeProblem.ARRIVAL_ABSENT::because)
                .view();
    }

    /// How far each receiver is, in the order they were named.
    public List<DeliveryView> deliveries(ShipmentId shipment) {
        return queries.deliveries(shipment);
    }

    /// The same in numbers, for many shipments; none for one that was never sent.
    public Map<ShipmentId, ShipmentCount> counts(Collection<ShipmentId> shipments) {
        return queries.counts(shipments);
    }
}
