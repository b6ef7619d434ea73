package vn.thongsuot.outgoing;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.RecurringJob;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.signing.Marks;
import vn.thongsuot.signing.Seals;
import vn.thongsuot.signing.SignedPdf;

/// Stamps number and date on documents that were numbered, and seals them: outside the transaction that gave the
/// number, at once after it, and every five seconds whatever was left by a node that died or a seal that failed. One
/// at a time on a node, and without a connection while it signs: however slow the seal, nobody who numbers waits.
@Component
class Sealing implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TAKEN_FOR = Duration.ofSeconds(30);
    private static final int AT_ONCE = 5;
    static final Actor BY = new Actor.Job("outgoing.sealing");

    private final OutgoingRegister register;
    private final OutgoingJournal journal;
    private final OutgoingPapers papers;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private final ReentrantLock round = new ReentrantLock();
    private final AtomicBoolean more = new AtomicBoolean();

    Sealing(
            OutgoingRegister register,
            OutgoingJournal journal,
            OutgoingPapers papers,
            Seals seals,
            TransactionTemplate transaction) {
        this.register = register;
        this.journal = journal;
        this.papers = papers;
        this.seals = seals;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "outgoing.sealing";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /// A hint: what waits is in the table.
    @Async
    @TransactionalEventListener
    void on(OutgoingEvent.Numbered event) {
        run();
    }

    /// Until nothing is due. Who comes while a round is under way makes it go round once more.
    @Override
    public void run() {
        more.set(true);
        while (more.get() && round.tryLock()) {
            try {
                while (more.getAndSet(false)) {
                    sealAll();
                }
            } finally {
                round.unlock();
            }
        }
    }

    private void sealAll() {
        List<OutgoingId> due;
        do {
            due = register.store().takeToSeal(TAKEN_FOR.toSeconds(), AT_ONCE);
            due.forEach(this::sealOrSay);
        } while (!due.isEmpty());
    }

    private void sealOrSay(OutgoingId id) {
        try {
            seal(id);
        } catch (Refusal refused) {
            LOG.warn(
                    "Document {} is numbered but cannot be sealed: {}",
                    id,
                    refused.problem().code());
            register.store().notSealed(id, refused.problem().code());
        } catch (RuntimeException failed) {
            LOG.warn("Document {} is numbered but could not be sealed; it is tried again", id, failed);
            register.store().notSealed(id, OutgoingProblem.SEAL_FAILED.code());
        }
    }

    private void seal(OutgoingId id) {
        OutgoingView view = register.queries().find(id).orElseThrow(OutgoingProblem.DOCUMENT_ABSENT::because);
        if (view.status() != OutgoingStatus.NUMBERED) {
            return;
        }
        OutgoingView.File signed = register.queries().newest(id);
        Marks marks = new Marks(
                OutgoingView.ordinal(Objects.requireNonNull(view.number())),
                view.notation(),
                Objects.requireNonNull(view.issued()));
        SignedPdf sealed = seals.seal(papers.content(signed.hash()), marks, view.agency(), BY);
        StoredFile stored =
                papers.store(new ByteArrayInputStream(sealed.content().bytes()));
        transaction.executeWithoutResult(_ -> keep(view, signed.name(), sealed, stored));
    }

    /// Sealed once: who finds it sealed, or cancelled meanwhile, keeps nothing.
    private void keep(OutgoingView seen, String name, SignedPdf sealed, StoredFile stored) {
        OutgoingDocument document =
                register.store().lock(seen.id()).orElseThrow(OutgoingProblem.DOCUMENT_ABSENT::because);
        if (document.version() != seen.version()) {
            return;
        }
        Instant at = journal.now();
        register.add(seen.id(), name, stored, OutgoingView.FileKind.SEALED, at);
        OutgoingEvent event = document.seal(sealed.serial(), sealed.digest(), BY, at);
        register.store().save(document, at);
        journal.announce(event, register.store(), null);
    }
}
