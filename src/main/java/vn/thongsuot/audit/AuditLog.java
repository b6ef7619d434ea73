package vn.thongsuot.audit;

import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Auditable;

/// **Nhật ký.** Writes an entry for every {@link Auditable} event in the transaction that published it. An event
/// published outside a transaction is refused, and its change with it; so is one whose version is taken or leaves
/// a gap in its thing's history. A thing's first known version may be any (made-up data is loaded in bulk, as one
/// act); from there on none is missing.
@Component
public class AuditLog {

    private final Scribe scribe;
    private final EntryStore store;
    private final Witness witness;
    private final InstantSource realTime;

    AuditLog(Scribe scribe, EntryStore store, Witness witness, InstantSource realTime) {
        this.scribe = scribe;
        this.store = store;
        this.witness = witness;
        this.realTime = realTime;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Auditable event) {
        Entry entry = scribe.write(event, realTime.instant());
        try {
            if (!store.insert(entry)) {
                throw AuditProblem.VERSION_MISSING.because(entry.event(), event.thing(), event.version() - 1);
            }
        } catch (DuplicateKeyException taken) {
            throw AuditProblem.VERSION_TAKEN.because(entry.event(), event.thing(), event.version());
        }
        witness.remember(entry);
    }
}
