package vn.thongsuot.audit;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Auditable;

/// **Ghi nhật ký hàng loạt.** Writes many entries in one statement: of things made up in bulk, which nobody else is
/// told of one by one.
@Component
public class BulkLog {

    private final Scribe scribe;
    private final EntryStore store;
    private final Witness witness;
    private final InstantSource realTime;

    BulkLog(Scribe scribe, EntryStore store, Witness witness, InstantSource realTime) {
        this.scribe = scribe;
        this.store = store;
        this.witness = witness;
        this.realTime = realTime;
    }

    /// Writes an entry for each of `events`, in the transaction that made them. Refuses a thing the log knows already
    /// ({@link AuditProblem#VERSION_TAKEN}), and personal data.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<? extends Auditable> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Entry> entries = events.stream()
                .map(event -> scribe.write(event, realTime.instant()))
                .toList();
        for (Entry entry : entries) {
            if (!entry.personal().isEmpty()) {
                throw new IllegalArgumentException(entry.event() + " holds personal data: it is written by itself");
            }
        }
        if (store.insert(entries) != entries.size()) {
            Entry first = entries.getFirst();
            throw AuditProblem.VERSION_TAKEN.because(
                    first.event(), first.thing(), events.getFirst().version());
        }
        entries.forEach(witness::remember);
    }
}
