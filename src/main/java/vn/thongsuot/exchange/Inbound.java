package vn.thongsuot.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Signals;
import vn.thongsuot.shared.Uuids;

/// **Chiều đến của liên thông.** Where connectors hand in what came: letters for agencies of this installation, and
/// what others tell of its own. Everything may come twice and in any order.
@Component
public class Inbound {

    private static final Actor BY = new Actor.Job("exchange.courier");

    private final ExchangeStore store;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Signals signals;

    Inbound(
            ExchangeStore store,
            Directory directory,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Signals signals) {
        this.store = store;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
        this.signals = signals;
    }

    /// A letter came in. Refuses one for an agency there is not.
    @Transactional
    public void accept(Packet packet) {
        if (directory.agency(packet.receiver()).isEmpty()) {
            throw ExchangeProblem.RECEIVER_UNKNOWN.because(packet.receiver());
        }
        Instant at = clock.instant();
        store.accept(new ArrivalId(Uuids.next(at)), packet, at)
                .ifPresent(arrival -> events.publishEvent(new ExchangeEvent.PacketArrived(
                        arrival, 1, packet.shipment(), packet.sender(), packet.receiver(), BY, at)));
    }

    /// The other side told something. What is told twice or late changes nothing; what is told of a letter nobody
    /// here knows is refused.
    @Transactional
    public void hear(StatusReport report) {
        if (report.code() == StatusCode.RECALL_ASKED) {
            askedBack(report);
            return;
        }
        Delivery delivery =
                store.lock(report.shipment(), report.receiver()).orElseThrow(ExchangeProblem.ARRIVAL_ABSENT::because);
        Instant at = clock.instant();
        Optional<ExchangeEvent> changed = delivery.hear(report.code(), report.reason(), BY, at);
        if (changed.isPresent()) {
            store.save(delivery, at);
            events.publishEvent(changed.get());
            signals.announce(Exchange.TOPIC);
        }
    }

    /// A recall may overtake its letter: then it is told again until the letter is there. Carried again after the
    /// answer it is no second question.
    private void askedBack(StatusReport report) {
        ExchangeStore.Came came = store.lockArrival(report.shipment(), report.sender(), report.receiver())
                .orElseThrow(() -> new IllegalStateException("A recall came before its letter"));
        Instant said = report.at().truncatedTo(ChronoUnit.MICROS);
        Instant before = came.recallSaid();
        if (came.view().recall().mayAsk() && (before == null || said.isAfter(before))) {
            long version = came.version() + 1;
            store.recall(came.view().id(), version, Recall.ASKED, report.reason(), said);
            events.publishEvent(new ExchangeEvent.RecallAsked(
                    came.view().id(), version, report.shipment(), report.reason(), BY, clock.instant()));
        }
    }
}
