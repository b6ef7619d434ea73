package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureParts.Handling;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Uuids;

/// **Bổ sung hồ sơ.** Asks applicants for what is missing, once and for all of it, within three working days and before
/// the result is due; the time begins anew when it is there: Decree 61/2018/NĐ-CP art. 11.2 and 19.4.
@Component
public class Supplements {

    private static final TimeLimit NOTICE = TimeLimit.workingDays(3);

    private final DossierQueries queries;
    private final Journal journal;
    private final Office office;
    private final Scans scans;
    private final DossierForms forms;

    Supplements(DossierQueries queries, Journal journal, Office office, Scans scans, DossierForms forms) {
        this.queries = queries;
        this.journal = journal;
        this.office = office;
        this.scans = scans;
        this.forms = forms;
    }

    /// Asks for `papers`, codes of the dossier's papers, and gives form 02. Refuses a second time, a time past three
    /// working days, and a request for nothing.
    @Transactional
    public void ask(DossierId id, long seen, Set<String> papers, String reason, Actor by) {
        journal.act(id, seen, DossierPermission.DOSSIER_PROCESS, by, reason, (dossier, at) -> {
            DossierView view = view(id);
            Actor.Officer officer = journal.officer(by);
            List<DossierView.Component> asked = askable(view).stream()
                    .filter(component -> papers.contains(component.code()))
                    .toList();
            DossierEvent event = dossier.askSupplement(asked.size(), reason, latest(view), officer, at);
            addMissing(view, asked);
            journal.store()
                    .ask(id, asked.stream().map(DossierView.Component::code).toList());
            journal.store().add(id, null, scans.form(forms.supplement(view, asked, reason.strip(), at, officer), at));
            return event;
        });
    }

    /// Papers that an applicant may be asked for: those handed in, and those of the procedure that were not.
    public List<DossierView.Component> askable(DossierView dossier) {
        List<DossierView.Component> askable = new ArrayList<>(queries.components(dossier.id()).stream()
                .filter(component -> component.handling() == Handling.SUBMITTED)
                .toList());
        Set<String> known = askable.stream().map(DossierView.Component::code).collect(Collectors.toSet());
        office.papers(dossier.procedure()).stream()
                .filter(paper -> !known.contains(paper.code()))
                .forEach(paper -> askable.add(
                        new DossierView.Component(paper.code(), paper.name(), paper.handling(), true, List.of())));
        return askable;
    }

    /// Papers that were not handed in become the dossier's own.
    private void addMissing(DossierView dossier, List<DossierView.Component> asked) {
        List<DossierView.Component> there = queries.components(dossier.id());
        Set<String> known = there.stream().map(DossierView.Component::code).collect(Collectors.toSet());
        Set<String> wanted = asked.stream().map(DossierView.Component::code).collect(Collectors.toSet());
        int position = there.size();
        for (ProcedureParts.Component paper : office.papers(dossier.procedure())) {
            if (wanted.contains(paper.code()) && !known.contains(paper.code())) {
                journal.store().add(dossier.id(), ++position, paper);
            }
        }
    }

    /// Whether papers may still be asked for.
    public boolean possible(DossierView dossier) {
        return dossier.status() == DossierStatus.PROCESSING
                && dossier.supplement() == null
                && !journal.now().isAfter(latest(dossier));
    }

    /// Takes what was asked for: at least one new scan of each paper. The time begins from nothing.
    ///
    /// @param files by component
    @Transactional
    public void complete(DossierId id, long seen, Map<String, List<Upload>> files, Actor by) {
        journal.act(id, seen, DossierPermission.DOSSIER_RECEIVE, by, null, (dossier, at) -> {
            DossierView view = view(id);
            Deadline deadline = office.deadline(view.agency(), at, view.limit());
            int came = 0;
            for (DossierView.Component component : queries.components(id)) {
                if (component.asked()) {
                    List<Upload> brought = files.getOrDefault(component.code(), List.of());
                    if (brought.isEmpty()) {
                        throw DossierProblem.COMPONENT_MISSING
                                .because(component.name())
                                .at(component.code());
                    }
                    brought.forEach(upload -> add(id, component, upload, at));
                    came += brought.size();
                }
            }
            DossierEvent event = dossier.supplement(came, deadline, by, at);
            journal.store().ask(id, Set.of());
            journal.store().countDigitised(id);
            return event;
        });
    }

    /// Ends a dossier whose applicant does not bring what was asked for.
    @Transactional
    public void stop(DossierId id, long seen, String reason, Actor by) {
        journal.act(
                id, seen, DossierPermission.DOSSIER_RECEIVE, by, reason, (dossier, at) -> dossier.stop(reason, by, at));
    }

    private void add(DossierId id, DossierView.Component component, Upload upload, Instant at) {
        journal.store()
                .add(
                        id,
                        component.code(),
                        new DossierView.File(
                                Uuids.next(at), upload.name(), upload.hash(), DossierView.FileKind.SCAN, at));
    }

    private Instant latest(DossierView dossier) {
        Instant notice =
                office.deadline(dossier.agency(), dossier.received(), NOTICE).due();
        return notice.isBefore(dossier.due()) ? notice : dossier.due();
    }

    private DossierView view(DossierId id) {
        return queries.find(id).orElseThrow(DossierProblem.DOSSIER_ABSENT::because);
    }
}
