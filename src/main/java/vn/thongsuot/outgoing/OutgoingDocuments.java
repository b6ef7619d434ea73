package vn.thongsuot.outgoing;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.exchange.Exchange;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.signing.SignaturePlace;
import vn.thongsuot.signing.SignedPdf;
import vn.thongsuot.signing.Signing;

/// **Các văn bản đi.** Signs, numbers and issues documents, and shows them to whoever may see them. Every act names the
/// version that its doer saw, and is refused when somebody else was faster.
@Component
public class OutgoingDocuments {

    /// The topic announced when any outgoing document changed.
    public static final String TOPIC = "outgoing";

    private static final SignaturePlace PLACE = new SignaturePlace(0, SignaturePlace.Corner.BOTTOM_RIGHT, true);

    private final OutgoingRegister register;
    private final OutgoingJournal journal;
    private final OutgoingPapers papers;
    private final Signing signing;
    private final Exchange exchange;

    OutgoingDocuments(
            OutgoingRegister register,
            OutgoingJournal journal,
            OutgoingPapers papers,
            Signing signing,
            Exchange exchange) {
        this.register = register;
        this.journal = journal;
        this.papers = papers;
        this.signing = signing;
        this.exchange = exchange;
    }

    /// The signer wants it done again.
    @Transactional
    public void sendBack(OutgoingId id, long seen, String reason, Actor by) {
        Actor.Officer officer = journal.officer(by);
        act(
                id,
                seen,
                OutgoingPermission.OUTGOING_SIGN,
                by,
                reason,
                (document, at) -> document.sendBack(reason, officer, at));
    }

    /// Signs it with the certificate of `by`, whom it was laid before.
    @Transactional
    public void sign(OutgoingId id, long seen, Actor by) {
        Actor.Officer officer = journal.officer(by);
        act(id, seen, OutgoingPermission.OUTGOING_SIGN, by, null, (document, at) -> {
            document.need(OutgoingEvent.Signed.class);
            document.needSigner(officer);
            OutgoingView.File draft = register.queries().newest(id);
            SignedPdf signed = signing.sign(papers.content(draft.hash()), PLACE, by);
            register.add(id, draft.name(), stored(signed), OutgoingView.FileKind.SIGNED, at);
            return document.sign(signed.serial(), signed.digest(), officer, at);
        });
    }

    /// Gives it the next number of its book and today's date: one short transaction. It is sealed after it.
    @Transactional
    public void number(OutgoingId id, long seen, Actor by) {
        act(id, seen, OutgoingPermission.OUTGOING_ISSUE, by, null, (document, at) -> register.number(document, by, at));
    }

    /// Sends it to its receivers.
    @Transactional
    public void issue(OutgoingId id, long seen, Actor by) {
        act(id, seen, OutgoingPermission.OUTGOING_ISSUE, by, null, (document, at) -> {
            List<AgencyId> receivers = register.queries().receivers(id);
            OutgoingEvent issued = document.issue(receivers.size(), by, at);
            exchange.send(register.shipment(id, receivers), by);
            return issued;
        });
    }

    /// It is not issued though it was signed. Its number, if it has one, stays used.
    @Transactional
    public void cancel(OutgoingId id, long seen, String reason, Actor by) {
        act(id, seen, OutgoingPermission.OUTGOING_ISSUE, by, reason, (document, at) -> document.cancel(reason, by, at));
    }

    /// Asks every receiver to give it back.
    @Transactional
    public void recall(OutgoingId id, long seen, String reason, Actor by) {
        act(id, seen, OutgoingPermission.OUTGOING_ISSUE, by, reason, (document, at) -> {
            OutgoingEvent recalled = document.recall(reason, by, at);
            exchange.askRecall(view(id).shipment(), reason.strip(), by);
            return recalled;
        });
    }

    private StoredFile stored(SignedPdf signed) {
        return papers.store(new ByteArrayInputStream(signed.content().bytes()));
    }

    private void act(
            OutgoingId id,
            long seen,
            OutgoingPermission permission,
            Actor by,
            @Nullable String reason,
            BiFunction<OutgoingDocument, Instant, OutgoingEvent> decision) {
        OutgoingDocument document = register.store().lock(id).orElseThrow(OutgoingProblem.DOCUMENT_ABSENT::because);
        journal.need(by, permission, document.agency);
        if (document.version() != seen) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
        Instant at = journal.now();
        OutgoingEvent event = decision.apply(document, at);
        register.store().save(document, event.at());
        journal.announce(event, register.store(), reason == null ? null : reason.strip());
    }

    /// The document. Refuses one there is not, and one that `reader` may not see.
    public OutgoingView find(OutgoingId id, Actor reader) {
        OutgoingView document = view(id);
        journal.need(reader, OutgoingPermission.OUTGOING_VIEW, document.agency());
        boolean mine =
                reader instanceof Actor.Officer officer && officer.officer().equals(document.drafter());
        if (!mine && !journal.seesRegister(reader, document.agency())) {
            throw OutgoingProblem.NOT_YOURS.because();
        }
        return document;
    }

    private OutgoingView view(OutgoingId id) {
        return register.queries().find(id).orElseThrow(OutgoingProblem.DOCUMENT_ABSENT::because);
    }

    /// Whether `reader` holds `permission` for the documents of `agency`.
    public boolean allows(Actor reader, OutgoingPermission permission, AgencyId agency) {
        return journal.allows(reader, permission, agency);
    }

    public List<AgencyId> receivers(OutgoingView document) {
        return register.queries().receivers(document.id());
    }

    /// The same for a part of a list, asked once.
    public Map<OutgoingId, List<AgencyId>> receivers(Collection<OutgoingView> found) {
        return register.queries().receivers(found.stream().map(OutgoingView::id).toList());
    }

    /// What is issued or will be, before what it was made from.
    public List<OutgoingView.File> files(OutgoingView document) {
        return register.queries().files(document.id());
    }

    /// A file of a document that was opened by {@link #find}.
    public OutgoingView.File file(OutgoingView document, UUID file) {
        return register.queries().file(document.id(), file).orElseThrow(OutgoingProblem.DOCUMENT_ABSENT::because);
    }

    public List<OutgoingView.Act> acts(OutgoingView document) {
        return register.queries().acts(document.id());
    }

    /// The agencies whose outgoing documents `reader` may open: the committee before its office.
    public List<AgencyView> agencies(Actor reader) {
        return journal.agencies(reader, OutgoingPermission.OUTGOING_VIEW);
    }

    /// Documents that answer `filter`, the last touched first; only their own for who does not see the register, none
    /// for who sees none of the agency's.
    public Page<OutgoingView> list(Actor reader, OutgoingFilter filter, @Nullable String after, int limit) {
        if (!journal.allows(reader, OutgoingPermission.OUTGOING_VIEW, filter.agency())) {
            return new Page<>(List.of(), null);
        }
        return Page.cut(
                register.queries().list(filter, only(reader, filter.agency()), Cursor.read(after, 2), limit + 1),
                limit,
                document -> Cursor.of(document.touched(), document.id()));
    }

    /// How many open documents of `agency` there are in each status, of those that `reader` sees.
    public Map<OutgoingStatus, Long> counts(Actor reader, AgencyId agency) {
        return journal.allows(reader, OutgoingPermission.OUTGOING_VIEW, agency)
                ? register.queries().counts(agency, only(reader, agency))
                : Map.of();
    }

    private @Nullable OfficerId only(Actor reader, AgencyId agency) {
        return journal.seesRegister(reader, agency) || !(reader instanceof Actor.Officer officer)
                ? null
                : officer.officer();
    }
}
