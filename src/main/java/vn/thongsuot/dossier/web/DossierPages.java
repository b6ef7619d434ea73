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
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Shell;

/// Says in people's words what dossiers are.
@Component
class DossierPages {

    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Directory directory;
    private final DueWords due;
    private final Words words;

    DossierPages(Dossiers dossiers, Procedures procedures, Directory directory, DueWords due, Words words) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.directory = directory;
        this.due = due;
        this.words = words;
    }

    DossierList.Row row(DossierView dossier, Locale locale) {
        return new DossierList.Row(
                dossier, procedure(dossier), name(dossier.handler()), due.left(dossier, locale), due.late(dossier));
    }

    DossierPage page(
            DossierView dossier,
            Actor reader,
            List<DossierPage.Paper> papers,
            DossierPage.@Nullable Shown result,
            @Nullable String error,
            Locale locale) {
        return new DossierPage(
                dossier,
                procedure(dossier),
                agency(dossier.agency()),
                name(dossier.handler()),
                due.left(dossier, locale),
                due.late(dossier),
                papers,
                result,
                due.chain(dossier, locale),
                dossiers.acts(dossier).stream().map(act -> act(act, locale)).toList(),
                may(dossier, reader),
                error);
    }

    /// What the reader may do to the dossier as it is now.
    private DossierPage.May may(DossierView dossier, Actor reader) {
        boolean receives = dossiers.allows(reader, DossierPermission.DOSSIER_RECEIVE, dossier.agency());
        boolean processes = dossiers.allows(reader, DossierPermission.DOSSIER_PROCESS, dossier.agency());
        boolean signs = dossiers.allows(reader, DossierPermission.DOSSIER_SIGN, dossier.agency());
        OfficerId handler = dossier.handler();
        boolean mine = reader instanceof Actor.Officer officer
                && officer.officer().equals(handler)
                && dossier.status() == DossierStatus.PROCESSING;
        boolean open = dossier.status() == DossierStatus.RECEIVED;
        return new DossierPage.May(
                processes && open,
                processes && mine,
                signs && dossier.status() == DossierStatus.AWAITING_SIGNATURE,
                receives && dossier.status() == DossierStatus.SIGNED,
                processes && (open || mine),
                receives && !dossier.status().ended() && dossier.status() != DossierStatus.SIGNED);
    }

    private DossierPage.Act act(DossierView.Act act, Locale locale) {
        String who = Stream.of(name(act.officer()), post(act.post()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new DossierPage.Act(
                words.of(locale, "dossier.act." + act.event()), who, Shell.exact(act.at()), act.reason());
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
