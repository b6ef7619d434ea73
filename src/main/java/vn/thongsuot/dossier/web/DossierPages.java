package vn.thongsuot.dossier.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.dossier.DossierPermission;
import vn.thongsuot.dossier.DossierStatus;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.dossier.Supplements;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.web.Shell;

/// Says in people's words what dossiers are.
@Component
class DossierPages {

    private final Dossiers dossiers;
    private final Supplements supplements;
    private final Procedures procedures;
    private final Directory directory;
    private final DueWords due;

    DossierPages(Dossiers dossiers, Supplements supplements, Procedures procedures, Directory directory, DueWords due) {
        this.dossiers = dossiers;
        this.supplements = supplements;
        this.procedures = procedures;
        this.directory = directory;
        this.due = due;
    }

    DossierList.Row row(DossierView dossier, Locale locale) {
        return new DossierList.Row(
                dossier, procedure(dossier), name(dossier.handler()), due.left(dossier, locale), due.late(dossier));
    }

    DossierPage page(
            DossierView dossier, Actor reader, DossierPage.Papers papers, DossierPage.Refused refused, Locale locale) {
        DossierPage.May may = may(dossier, reader, !papers.forms().isEmpty());
        return new DossierPage(
                dossier,
                procedure(dossier),
                agency(dossier.agency()),
                name(dossier.handler()),
                due.left(dossier, locale),
                due.late(dossier),
                papers,
                may.ask() ? askable(dossier) : List.of(),
                steps(dossier),
                due.chain(dossier, locale),
                dossiers.acts(dossier).stream().map(act -> act(act, locale)).toList(),
                may,
                refused);
    }

    private List<DossierPage.Askable> askable(DossierView dossier) {
        return supplements.askable(dossier).stream()
                .map(paper -> new DossierPage.Askable(paper.code(), paper.name()))
                .toList();
    }

    /// The steps of the process, in the version the dossier was received by.
    private List<DossierPage.Step> steps(DossierView dossier) {
        return procedures
                .find(dossier.procedure())
                .map(ProcedureVersion::parts)
                .map(parts -> parts.steps().stream()
                        .map(step -> new DossierPage.Step(
                                step.name(), step.performer(), progress(step.kind(), dossier.status())))
                        .toList())
                .orElse(List.of());
    }

    private static DossierPage.Progress progress(ProcedureParts.StepKind step, DossierStatus status) {
        int at = switch (status) {
            case RECEIVED, PROCESSING, AWAITING_SUPPLEMENT, REFUSED, STOPPED, WITHDRAWN -> 1;
            case AWAITING_SIGNATURE -> 2;
            case SIGNED -> 3;
            case RETURNED -> 4;
        };
        if (step.ordinal() < at) {
            return DossierPage.Progress.DONE;
        }
        if (status.ended()) {
            return DossierPage.Progress.LEFT_OUT;
        }
        return step.ordinal() == at ? DossierPage.Progress.NOW : DossierPage.Progress.AHEAD;
    }

    /// What the reader may do to the dossier as it is now.
    private DossierPage.May may(DossierView dossier, Actor reader, boolean forms) {
        boolean receives = dossiers.allows(reader, DossierPermission.DOSSIER_RECEIVE, dossier.agency());
        boolean processes = dossiers.allows(reader, DossierPermission.DOSSIER_PROCESS, dossier.agency());
        boolean signs = dossiers.allows(reader, DossierPermission.DOSSIER_SIGN, dossier.agency());
        OfficerId handler = dossier.handler();
        boolean mine = reader instanceof Actor.Officer officer
                && officer.officer().equals(handler)
                && dossier.status() == DossierStatus.PROCESSING;
        boolean open = dossier.status() == DossierStatus.RECEIVED;
        return new DossierPage.May(
                processes && (open || dossier.status() == DossierStatus.PROCESSING && !mine),
                processes && mine && supplements.possible(dossier),
                receives && dossier.status() == DossierStatus.AWAITING_SUPPLEMENT,
                processes && mine,
                signs && dossier.status() == DossierStatus.AWAITING_SIGNATURE,
                receives && dossier.status() == DossierStatus.SIGNED,
                processes && (open || mine),
                receives && !dossier.status().ended() && dossier.status() != DossierStatus.SIGNED,
                receives && forms && (open || dossier.status() == DossierStatus.AWAITING_SUPPLEMENT));
    }

    private DossierPage.Act act(DossierView.Act act, Locale locale) {
        String who = Stream.of(name(act.officer()), post(act.post()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new DossierPage.Act(
                due.word(locale, "dossier.act." + act.event()), who, Shell.exact(act.at()), act.reason());
    }

    String agency(AgencyId agency) {
        return directory.agency(agency).map(AgencyView::shortName).orElse("");
    }

    private String procedure(DossierView dossier) {
        return procedures
                .find(dossier.procedure())
                .map(ProcedureVersion::name)
                .orElse(dossier.procedure().value());
    }

    private @Nullable String name(@Nullable OfficerId officer) {
        return officer == null
                ? null
                : directory.officer(officer).map(OfficerView::name).orElse("");
    }

    private @Nullable String post(@Nullable PostId post) {
        return post == null ? null : directory.post(post).map(PostView::title).orElse("");
    }
}
