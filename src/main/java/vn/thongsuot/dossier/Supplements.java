package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Uuids;

/// **Bổ sung hồ sơ.** Asks applicants for what is missing, once and for all of it, within three working days; the time
/// begins anew when it is there: Decree 61/2018/NĐ-CP art. 11.2 and 19.4.
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
            List<DossierView.Component> asked = queries.components(id).stream()
                    .filter(component -> papers.contains(component.code()))
                    .toList();
            DossierEvent event = dossier.askSupplement(asked.size(), reason, latest(view), officer, at);
            journal.store()
                    .ask(id, asked.stream().map(DossierView.Component::code).toList());
            journal.store().add(id, null, scans.form(forms.supplement(view, asked, reason.strip(), at, officer), at));
            return event;
        });
    }

    /// Whether papers may still be asked for.
    public boolean possible(DossierView dossier) {
        return dossier.status() == DossierStatus.PROCESSING
                && dossier.counted().equals(dossier.received())
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
        return office.deadline(dossier.agency(), dossier.received(), NOTICE).due();
    }

    private DossierView view(DossierId id) {
        return queries.find(id).orElseThrow(DossierProblem.DOSSIER_ABSENT::because);
    }
}
