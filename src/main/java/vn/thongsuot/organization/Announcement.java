package vn.thongsuot.organization;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Signals;

/// Says what happened: to the audit log in this transaction, and, after it, to every node that the organization
/// changed, and this one at once: who changed something sees it on the next page.
@Component
class Announcement {

    private final ApplicationEventPublisher events;
    private final Signals signals;
    private final Directory directory;

    Announcement(ApplicationEventPublisher events, Signals signals, Directory directory) {
        this.events = events;
        this.signals = signals;
        this.directory = directory;
    }

    /// Publishes `event`; the nodes are told after the commit, once per transaction however much it changes.
    void of(Auditable event) {
        of(List.of(event));
    }

    void of(List<? extends Auditable> happened) {
        happened.forEach(events::publishEvent);
        boolean there =
                TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Refreshing.class::isInstance);
        if (!there) {
            signals.announce(Directory.TOPIC);
            TransactionSynchronizationManager.registerSynchronization(new Refreshing(directory));
        }
    }

    private record Refreshing(Directory directory) implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
                directory.refresh();
            }
        }
    }
}
