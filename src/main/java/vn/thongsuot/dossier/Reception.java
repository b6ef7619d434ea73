package vn.thongsuot.dossier;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureParts.Handling;
import vn.thongsuot.procedure.ProcedureProblem;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Uuids;

/// **Tiếp nhận hồ sơ.** Receives complete dossiers at the counter: Decree 61/2018/NĐ-CP art. 17.
@Component
public class Reception {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final Procedures procedures;
    private final Office office;
    private final Scans scans;
    private final Journal journal;
    private final DossierForms forms;

    Reception(Procedures procedures, Office office, Scans scans, Journal journal, DossierForms forms) {
        this.procedures = procedures;
        this.office = office;
        this.scans = scans;
        this.journal = journal;
        this.forms = forms;
    }

    /// What is handed in at the counter.
    ///
    /// @param scans by component, at least one for each paper that stays
    /// @param seen components that were shown
    public record Submission(
            ProcedureCode procedure, Applicant applicant, Map<String, List<Upload>> scans, Set<String> seen) {}

    /// Stores a file chosen in the form of `by`: PDF, PNG or JPEG, by what it is.
    public Upload keep(InputStream content, String name, Actor by) {
        Actor.Officer officer = journal.officer(by);
        StoredFile stored = scans.paper(content);
        Instant at = journal.now();
        Upload upload = new Upload(Uuids.next(at), name, stored.hash());
        journal.store().keep(upload.id(), officer.officer(), name, stored.hash(), at);
        return upload;
    }

    /// A file that `by` chose before. Refuses those of others ({@link DossierProblem#UPLOAD_ABSENT}).
    public Upload kept(UUID id, Actor by) {
        return journal.store()
                .upload(id, journal.officer(by).officer())
                .orElseThrow(DossierProblem.UPLOAD_ABSENT::because);
    }

    /// Receives for the agency `by` acts for: gives the code, the deadline and form 01.
    ///
    /// Refuses a procedure whose parts are not known, a paper without a scan, and one to be shown that nobody saw.
    @Transactional
    public DossierView receive(Submission submission, Actor by) {
        Actor.Officer officer = journal.officer(by);
        journal.need(by, DossierPermission.DOSSIER_RECEIVE, officer.agency());
        ProcedureVersion procedure = procedures
                .find(submission.procedure())
                .orElseThrow(() -> ProcedureProblem.PROCEDURE_ABSENT.because(submission.procedure()));
        ProcedureParts parts = procedure.parts();
        if (parts == null || !procedure.complete()) {
            throw DossierProblem.PROCEDURE_INCOMPLETE.because(procedure.code());
        }
        List<ProcedureParts.Component> handed = handed(parts, submission);
        Instant at = journal.now();
        Deadline deadline = office.deadline(officer.agency(), at, parts.limit());
        DossierView dossier = new DossierView(
                new DossierId(Uuids.next(at)),
                1,
                code(officer.agency(), at),
                procedure.code(),
                procedure.version(),
                officer.agency(),
                DossierStatus.RECEIVED,
                Channel.DIRECT,
                submission.applicant(),
                at,
                at,
                deadline.calendar(),
                deadline.version(),
                parts.limit(),
                deadline.due(),
                null,
                null,
                null,
                null);
        journal.store()
                .create(
                        dossier,
                        (int) handed.stream()
                                .filter(component -> component.handling() == Handling.SUBMITTED)
                                .count(),
                        officer.officer());
        List<DossierView.Component> components = add(dossier.id(), handed, submission, at);
        journal.store().add(dossier.id(), null, scans.form(forms.receipt(dossier, components, officer), at));
        journal.record(
                new DossierEvent.Received(
                        dossier.id(),
                        1,
                        dossier.code(),
                        dossier.procedure(),
                        dossier.agency(),
                        dossier.due(),
                        components.stream()
                                .mapToInt(component -> component.files().size())
                                .sum(),
                        by,
                        at),
                null);
        return dossier;
    }

    private List<DossierView.Component> add(
            DossierId dossier, List<ProcedureParts.Component> handed, Submission submission, Instant at) {
        List<DossierView.Component> added = new ArrayList<>();
        for (ProcedureParts.Component component : handed) {
            journal.store().add(dossier, added.size() + 1, component);
            List<DossierView.File> files = submission.scans().getOrDefault(component.code(), List.of()).stream()
                    .map(upload -> new DossierView.File(
                            Uuids.next(at), upload.name(), upload.hash(), DossierView.FileKind.SCAN, at))
                    .toList();
            files.forEach(file -> journal.store().add(dossier, component.code(), file));
            added.add(
                    new DossierView.Component(component.code(), component.name(), component.handling(), false, files));
        }
        return added;
    }

    /// The components that are there. One that is asked for only sometimes may be left out.
    private static List<ProcedureParts.Component> handed(ProcedureParts parts, Submission submission) {
        List<ProcedureParts.Component> handed = new ArrayList<>();
        for (ProcedureParts.Component component : parts.components()) {
            boolean there = component.handling() == Handling.PRESENTED
                    ? submission.seen().contains(component.code())
                    : !submission
                            .scans()
                            .getOrDefault(component.code(), List.of())
                            .isEmpty();
            if (there) {
                handed.add(component);
            } else if (component.condition() == null) {
                throw (component.handling() == Handling.PRESENTED
                                ? DossierProblem.COMPONENT_NOT_SEEN
                                : DossierProblem.COMPONENT_MISSING)
                        .because(component.name())
                        .at(component.code());
            }
        }
        return handed;
    }

    /// `H59.36.12-241122-0001`: TT 01/2018/TT-VPCP art. 19, with the identifier of QĐ 20/2020/QĐ-TTg.
    private String code(AgencyId agency, Instant at) {
        LocalDate day = at.atZone(BusinessClock.ZONE).toLocalDate();
        return "%s-%s-%04d"
                .formatted(
                        office.identifier(agency, at),
                        DAY.format(day),
                        journal.store().nextNumber(agency, day));
    }
}
