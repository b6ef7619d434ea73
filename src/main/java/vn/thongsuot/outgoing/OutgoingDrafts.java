package vn.thongsuot.outgoing;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Uuids;

/// **Soạn thảo văn bản đi.** Drafts documents and lays them before who signs. A draft is its drafter's.
@Component
public class OutgoingDrafts {

    private final OutgoingStore store;
    private final OutgoingQueries queries;
    private final OutgoingJournal journal;
    private final OutgoingPapers papers;

    OutgoingDrafts(OutgoingStore store, OutgoingQueries queries, OutgoingJournal journal, OutgoingPapers papers) {
        this.store = store;
        this.queries = queries;
        this.journal = journal;
        this.papers = papers;
    }

    /// Stores a file chosen in the form of `by`: a PDF, by what it is.
    public DraftFile keep(InputStream content, String name, Actor by) {
        Actor.Officer officer = journal.officer(by);
        StoredFile stored = papers.store(content);
        Instant at = journal.now();
        DraftFile file = new DraftFile(Uuids.next(at), name, stored.hash());
        store.keep(file.id(), officer.officer(), name, stored.hash(), at);
        return file;
    }

    /// A file that `by` chose before. Refuses those of others ({@link OutgoingProblem#UPLOAD_ABSENT}).
    public DraftFile kept(UUID id, Actor by) {
        return store.upload(id, journal.officer(by).officer()).orElseThrow(OutgoingProblem.UPLOAD_ABSENT::because);
    }

    /// The agencies `by` may draft for: their own, and the committee whose office it is.
    public List<AgencyView> agencies(Actor by) {
        return journal.agencies(by, OutgoingPermission.OUTGOING_DRAFT);
    }

    /// Who may be asked to sign for `agency`: its leaders.
    public List<Directory.Member> signers(AgencyId agency) {
        return journal.directory().members(agency, journal.clock().today()).stream()
                .filter(member -> member.post().kind().leads())
                .toList();
    }

    /// A new draft with its file.
    ///
    /// Refuses an agency `by` does not draft for, a signer who does not lead it, a receiver there is not today, and
    /// the notation of another type ({@link OutgoingProblem}).
    @Transactional
    public OutgoingId create(Draft draft, DraftFile file, Actor by) {
        Actor.Officer officer = journal.officer(by);
        journal.need(by, OutgoingPermission.OUTGOING_DRAFT, draft.agency());
        check(draft);
        PostId post = signerPost(draft);
        Instant at = journal.now();
        OutgoingId id = new OutgoingId(Uuids.next(at));
        store.create(id, draft, post, officer.officer(), at);
        store.add(id, paper(file, at));
        journal.announce(
                new OutgoingEvent.Drafted(
                        id, 1, draft.agency(), draft.type(), file.hash().value(), by, at),
                store,
                null);
        return id;
    }

    /// Says it anew.
    ///
    /// @param file in place of the one before; null to leave that
    @Transactional
    public void revise(OutgoingId id, long seen, Draft draft, @Nullable DraftFile file, Actor by) {
        Actor.Officer officer = journal.officer(by);
        journal.need(by, OutgoingPermission.OUTGOING_DRAFT, draft.agency());
        check(draft);
        PostId post = signerPost(draft);
        act(id, seen, by, (document, at) -> {
            OutgoingEvent event = document.revise(
                    file == null
                            ? queries.newest(id).hash().value()
                            : file.hash().value(),
                    officer,
                    at);
            store.rewrite(id, draft, post);
            if (file != null) {
                store.add(id, paper(file, at));
            }
            return event;
        });
    }

    /// Lays it before who signs.
    @Transactional
    public void submit(OutgoingId id, long seen, Actor by) {
        Actor.Officer officer = journal.officer(by);
        act(
                id,
                seen,
                by,
                (document, at) -> document.submit(queries.newest(id).hash().value(), officer, at));
    }

    /// Takes it back from who was to sign.
    @Transactional
    public void withdraw(OutgoingId id, long seen, Actor by) {
        Actor.Officer officer = journal.officer(by);
        act(id, seen, by, (document, at) -> document.withdraw(officer, at));
    }

    /// It is not wanted any more.
    @Transactional
    public void discard(OutgoingId id, long seen, Actor by) {
        Actor.Officer officer = journal.officer(by);
        act(id, seen, by, (document, at) -> document.discard(officer, at));
    }

    private void act(
            OutgoingId id, long seen, Actor by, BiFunction<OutgoingDocument, Instant, OutgoingEvent> decision) {
        OutgoingDocument document = store.lock(id).orElseThrow(OutgoingProblem.DOCUMENT_ABSENT::because);
        journal.need(by, OutgoingPermission.OUTGOING_DRAFT, document.agency);
        if (document.version() != seen) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
        Instant at = journal.now();
        OutgoingEvent event = decision.apply(document, at);
        store.save(document, at);
        journal.announce(event, store, null);
    }

    /// What would keep it from being issued after it has its number is refused before.
    private void check(Draft draft) {
        LocalDate today = journal.clock().today();
        AgencyView agency = journal.directory()
                .agency(draft.agency())
                .orElseThrow(() -> OutgoingProblem.SIGNER_MISSING.because().at("signer"));
        if (!Notations.fits(draft.notation(), draft.type(), agency)) {
            throw OutgoingProblem.NOTATION_OF_OTHER_TYPE.because().at("notation");
        }
        for (AgencyId receiver : draft.receivers()) {
            if (journal.directory().agency(receiver, today).isEmpty()) {
                throw OutgoingProblem.RECEIVER_ABSENT.because().at("receivers");
            }
        }
    }

    private PostId signerPost(Draft draft) {
        OfficerId signer = draft.signer();
        return signers(draft.agency()).stream()
                .filter(member -> member.officer().id().equals(signer))
                .findFirst()
                .map(member -> member.post().id())
                .orElseThrow(() -> OutgoingProblem.SIGNER_MISSING.because().at("signer"));
    }

    private static OutgoingView.File paper(DraftFile file, Instant at) {
        return new OutgoingView.File(Uuids.next(at), file.name(), file.hash(), OutgoingView.FileKind.DRAFT, at);
    }
}
