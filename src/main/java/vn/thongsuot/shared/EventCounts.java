package vn.thongsuot.shared;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts what happened, by the event's name, once it is committed: `thongsuot_events_total` of the measures.
@Component
class EventCounts {

    private final MeterRegistry meters;
    private final Map<Class<?>, Counter> counters = new ConcurrentHashMap<>();

    EventCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Not a transactional listener: Modulith would keep a row for each event to deliver it again.
    @EventListener
    void on(Auditable event) {
        Counter counter = counters.computeIfAbsent(event.getClass(), this::counter);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    counter.increment();
                }
            });
        }
    }

    private Counter counter(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        String name = family == null ? type.getSimpleName() : family.getSimpleName() + "." + type.getSimpleName();
        return meters.counter("thongsuot.events", "event", name);
    }
}
