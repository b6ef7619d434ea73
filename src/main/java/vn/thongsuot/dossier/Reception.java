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
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureParts.Handling;
import vn.thongsuot.procedure.ProcedureProblem;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Uuids;

/// **Tiếp nhận hồ sơ.** Receives complete dossiers at the counter: Decree 61/2018/NĐ-CP art. 17.
@Component
public class Reception {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final Procedures procedures;
    private final Calendars calendars;
    private final Directory directory;
    private final Scans scans;
    private final Journal journal;

    Reception(Procedures procedures, Calendars calendars, Directory directory, Scans scans, Journal journal) {
        this.procedures = procedures;
        this.calendars = calendars;
        this.directory = directory;
        this.scans = scans;
        this.journal = journal;
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

    /// Receives for the agency `by` acts for: gives the code and the deadline.
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
        AgencyView agency = directory.agency(officer.agency()).orElseThrow(DossierProblem.AGENCY_WITHOUT_CODE::because);
        Instant at = journal.now();
        CalendarId kept = new CalendarId(agency.calendar());
        Deadline deadline =
                calendars.of(calendars.has(kept) ? kept : CalendarId.PROVINCE).deadline(at, parts.limit());
        DossierView dossier = new DossierView(
                new DossierId(Uuids.next(at)),
                1,
                code(agency, at.atZone(BusinessClock.ZONE).toLocalDate()),
                procedure.code(),
                procedure.version(),
                agency.id(),
                DossierStatus.RECEIVED,
                Channel.DIRECT,
                submission.applicant(),
                at,
                deadline.calendar(),
                deadline.version(),
                parts.limit(),
                deadline.due(),
                null,
                null);
        journal.store().create(dossier, officer.officer());
        int scans = add(dossier.id(), handed, submission, at);
        journal.record(
                new DossierEvent.Received(
                        dossier.id(),
                        1,
                        dossier.code(),
                        dossier.procedure(),
                        dossier.agency(),
                        dossier.due(),
                        scans,
                        by,
                        at),
                null);
        return dossier;
    }

    private int add(DossierId dossier, List<ProcedureParts.Component> handed, Submission submission, Instant at) {
        int scans = 0;
        for (int i = 0; i < handed.size(); i++) {
            ProcedureParts.Component component = handed.get(i);
            journal.store().add(dossier, i + 1, component);
            for (Upload upload : submission.scans().getOrDefault(component.code(), List.of())) {
                journal.store()
                        .add(
                                dossier,
                                component.code(),
                                new DossierView.File(
                                        Uuids.next(at), upload.name(), upload.hash(), DossierView.FileKind.SCAN, at));
                scans++;
            }
        }
        return scans;
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
    private String code(AgencyView agency, LocalDate day) {
        String identifier = agency.identifier(day).orElseThrow(DossierProblem.AGENCY_WITHOUT_CODE::because);
        return "%s-%s-%04d"
                .formatted(identifier, DAY.format(day), journal.store().nextNumber(agency.id(), day));
    }
}
