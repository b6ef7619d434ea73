package vn.thongsuot.dossier;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Uuids;
import vn.thongsuot.signing.SignaturePlace;
import vn.thongsuot.signing.SignedPdf;
import vn.thongsuot.signing.Signing;

/// **Các hồ sơ.** Moves dossiers on and shows them, each to whoever may: a dossier is seen and handled in its agency.
/// Every act names the version of the dossier that its doer saw, and is refused when somebody else was faster.
@Component
public class Dossiers {

    /// The topic announced when any dossier changed.
    public static final String TOPIC = "dossier";

    private static final SignaturePlace PLACE = new SignaturePlace(0, SignaturePlace.Corner.BOTTOM_RIGHT);

    private final DossierQueries queries;
    private final Journal journal;
    private final Scans scans;
    private final Signing signing;
    private final DossierForms forms;

    Dossiers(DossierQueries queries, Journal journal, Scans scans, Signing signing, DossierForms forms) {
        this.queries = queries;
        this.journal = journal;
        this.scans = scans;
        this.signing = signing;
        this.forms = forms;
    }

    /// Work on it begins, by `by`.
    @Transactional
    public void take(DossierId id, long seen, Actor by) {
        journal.act(
                id,
                seen,
                DossierPermission.DOSSIER_PROCESS,
                by,
                null,
                (dossier, at) -> dossier.take(journal.officer(by), at));
    }

    /// Lays the result before who signs: a PDF, in place of an earlier draft.
    @Transactional
    public void propose(DossierId id, long seen, InputStream result, String name, Actor by) {
        journal.need(by, DossierPermission.DOSSIER_PROCESS, view(id).agency());
        StoredFile draft = scans.result(result);
        journal.act(id, seen, DossierPermission.DOSSIER_PROCESS, by, null, (dossier, at) -> {
            DossierEvent event = dossier.propose(draft.hash().value(), journal.officer(by), at);
            journal.store().dropDrafts(id);
            journal.store()
                    .add(
                            id,
                            null,
                            new DossierView.File(Uuids.next(at), name, draft.hash(), DossierView.FileKind.DRAFT, at));
            return event;
        });
    }

    /// The signer wants the result done again.
    @Transactional
    public void sendBack(DossierId id, long seen, String reason, Actor by) {
        journal.act(
                id,
                seen,
                DossierPermission.DOSSIER_SIGN,
                by,
                reason,
                (dossier, at) -> dossier.sendBack(reason, by, at));
    }

    /// Signs the draft: it becomes the electronic result.
    @Transactional
    public void sign(DossierId id, long seen, Actor by) {
        journal.act(id, seen, DossierPermission.DOSSIER_SIGN, by, null, (dossier, at) -> {
            DossierView.File draft = queries.results(id).stream()
                    .filter(file -> file.kind() == DossierView.FileKind.DRAFT)
                    .findFirst()
                    .orElseThrow(DossierProblem.RESULT_MISSING::because);
            SignedPdf signed = signing.sign(scans.content(draft.hash()), PLACE, by);
            StoredFile stored =
                    scans.result(new ByteArrayInputStream(signed.content().bytes()));
            journal.store()
                    .add(
                            id,
                            null,
                            new DossierView.File(
                                    Uuids.next(at), draft.name(), stored.hash(), DossierView.FileKind.RESULT, at));
            journal.store().dropDrafts(id);
            return dossier.sign(signed.serial(), signed.digest(), by, at);
        });
    }

    /// The applicant has the result.
    @Transactional
    public void giveResult(DossierId id, long seen, Actor by) {
        journal.act(id, seen, DossierPermission.DOSSIER_RECEIVE, by, null, (dossier, at) -> dossier.giveResult(by, at));
    }

    /// It cannot be granted: the applicant gets form 03 with the reason.
    @Transactional
    public void refuse(DossierId id, long seen, String reason, Actor by) {
        journal.act(id, seen, DossierPermission.DOSSIER_PROCESS, by, reason, (dossier, at) -> {
            Actor.Officer officer = journal.officer(by);
            DossierEvent refused = dossier.refuse(reason, officer, at);
            journal.store().add(id, null, scans.form(forms.refusal(view(id), reason.strip(), at, officer), at));
            return refused;
        });
    }

    /// The applicant takes it back.
    @Transactional
    public void withdraw(DossierId id, long seen, String reason, Actor by) {
        journal.act(
                id,
                seen,
                DossierPermission.DOSSIER_RECEIVE,
                by,
                reason,
                (dossier, at) -> dossier.withdraw(reason, by, at));
    }

    /// The dossier. Refuses one there is not, and one of an agency whose dossiers `reader` may not see.
    public DossierView find(DossierId id, Actor reader) {
        DossierView dossier = view(id);
        journal.need(reader, DossierPermission.DOSSIER_VIEW, dossier.agency());
        return dossier;
    }

    private DossierView view(DossierId id) {
        return queries.find(id).orElseThrow(DossierProblem.DOSSIER_ABSENT::because);
    }

    /// Whether `reader` holds `permission` for the dossiers of `agency`.
    public boolean allows(Actor reader, DossierPermission permission, AgencyId agency) {
        return journal.allows(reader, permission, agency);
    }

    /// A dossier's papers with their scans.
    public List<DossierView.Component> components(DossierView dossier) {
        return queries.components(dossier.id());
    }

    /// The signed result, or the draft.
    public List<DossierView.File> results(DossierView dossier) {
        return queries.results(dossier.id());
    }

    /// What the office gave the applicant on paper or as files.
    public List<DossierView.File> forms(DossierView dossier) {
        return queries.forms(dossier.id());
    }

    public List<DossierView.Act> acts(DossierView dossier) {
        return queries.acts(dossier.id());
    }

    /// A file of a dossier that was opened by {@link #find}.
    public DossierView.File file(DossierView dossier, UUID file) {
        return queries.file(dossier.id(), file).orElseThrow(DossierProblem.DOSSIER_ABSENT::because);
    }

    /// Open dossiers of the agency `reader` acts for, what is due first first; none for who may not see them.
    public Page<DossierView> open(
            Actor reader, Collection<DossierStatus> statuses, String query, @Nullable String after, int limit) {
        AgencyId agency = mine(reader);
        return agency == null
                ? new Page<>(List.of(), null)
                : Page.cut(
                        queries.open(agency, statuses, query, Cursor.read(after, 2), limit + 1),
                        limit,
                        dossier -> Cursor.of(dossier.due(), dossier.id()));
    }

    /// Those that ended, the latest first.
    public Page<DossierView> ended(Actor reader, String query, @Nullable String after, int limit) {
        AgencyId agency = mine(reader);
        return agency == null
                ? new Page<>(List.of(), null)
                : Page.cut(
                        queries.ended(agency, query, Cursor.read(after, 2), limit + 1),
                        limit,
                        dossier -> Cursor.of(java.util.Objects.requireNonNull(dossier.ended()), dossier.id()));
    }

    /// What oversight counts of one dossier, as it is now. For modules: nobody's rights are asked, and nothing in it
    /// says whose the dossier is.
    public Optional<DossierFacts> facts(DossierId id) {
        return queries.facts().find(id);
    }

    /// The same of up to `limit` dossiers after `cursor`, by id; from the first where null.
    public List<DossierFacts> factsAfter(@Nullable DossierId cursor, int limit) {
        return queries.facts().after(cursor, limit);
    }

    /// How many open dossiers there are in each status.
    public Map<DossierStatus, Long> counts(Actor reader) {
        AgencyId agency = mine(reader);
        return agency == null ? Map.of() : queries.counts(agency);
    }

    /// How many open dossiers are late.
    public long late(Actor reader) {
        AgencyId agency = mine(reader);
        return agency == null ? 0 : queries.late(agency, journal.now());
    }

    private @Nullable AgencyId mine(Actor reader) {
        return reader instanceof Actor.Officer officer
                        && journal.allows(reader, DossierPermission.DOSSIER_VIEW, officer.agency())
                ? officer.agency()
                : null;
    }
}
