package vn.thongsuot.exchange;

import org.springframework.stereotype.Component;

/// What goes out, and who carries it.
@Component
class Outbound {

    private final ExchangeStore store;
    private final Queue queue;
    private final Courier courier;

    Outbound(ExchangeStore store, Queue queue, Courier courier) {
        this.store = store;
        this.queue = queue;
        this.courier = courier;
    }

    ExchangeStore store() {
        return store;
    }

    /// Queues a report and has it carried after the transaction.
    void tell(StatusReport report) {
        queue.add(report);
        wake();
    }

    void wake() {
        courier.afterCommit();
    }
}
