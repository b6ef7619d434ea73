package vn.thongsuot.incoming;

import java.time.Instant;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.ArrivalView;
import vn.thongsuot.exchange.Exchange;
import vn.thongsuot.exchange.ExchangeEvent;
import vn.thongsuot.exchange.StatusCode;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Signals;
import vn.thongsuot.shared.Uuids;

/// Makes a document of what the exchange brought: once, however often it is told.
@Component
class Arrivals {

    private static final Actor BY = new Actor.Job("incoming.arrivals");

    private final IncomingStore store;
    private final IncomingJournal journal;
    private final Exchange exchange;
    private final Signals signals;

    Arrivals(IncomingStore store, IncomingJournal journal, Exchange exchange, Signals signals) {
        this.store = store;
        this.journal = journal;
        this.exchange = exchange;
        this.signals = signals;
    }

    @ApplicationModuleListener
    void on(ExchangeEvent.PacketArrived event) {
        ArrivalView arrival = exchange.arrival(event.arrival());
        Instant at = journal.now();
        IncomingId id = new IncomingId(Uuids.next(at));
        if (store.create(id, arrival, at)) {
            journal.announce(
                    new IncomingEvent.Arrived(
                            id,
                            1,
                            arrival.id(),
                            arrival.receiver(),
                            arrival.sender(),
                            arrival.letter().code(),
                            BY,
                            at),
                    store,
                    null);
        }
        exchange.report(arrival.id(), StatusCode.ARRIVED, null);
    }

    /// Its page asks the exchange whether it is wanted back.
    @ApplicationModuleListener
    void on(ExchangeEvent.RecallAsked event) {
        signals.announce(IncomingDocuments.TOPIC);
    }
}
