package vn.thongsuot.incoming;

import java.time.Instant;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.ArrivalId;
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

    static final Actor BY = new Actor.Job("incoming.arrivals");

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
        take(event.arrival());
        exchange.report(event.arrival(), StatusCode.ARRIVED, null);
    }

    /// May come before the arrival it is about.
    @ApplicationModuleListener
    void on(ExchangeEvent.RecallAsked event) {
        take(event.arrival());
        // What stands on open pages is what the exchange knows.
        signals.announce(IncomingDocuments.TOPIC);
    }

    /// Of two at once the second waits for the first to have made the document; whoever has it locked sees a recall
    /// that was asked before, or is followed by who tells of it.
    private void take(ArrivalId id) {
        create(exchange.arrival(id));
        store.lock(id).ifPresent(document -> {
            ArrivalView arrival = exchange.arrival(id);
            if (arrival.recall().open()) {
                askedBack(document, arrival);
            }
        });
    }

    private void create(ArrivalView arrival) {
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
    }

    /// What was sent back already is given back; everything else waits for whoever registers documents.
    private void askedBack(IncomingDocument document, ArrivalView arrival) {
        if (!document.status().returnable()) {
            exchange.answerRecall(arrival.id(), true, null, BY);
        } else if (!store.askedBack(document.id)) {
            Instant at = journal.now();
            IncomingEvent asked = document.askBack(BY, at);
            store.save(document, at);
            journal.announce(asked, store, arrival.recallReason());
        }
    }
}
