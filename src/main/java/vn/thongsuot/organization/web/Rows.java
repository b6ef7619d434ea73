package vn.thongsuot.organization.web;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyCode;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Words;

/// Makes the lines of the directory's lists.
@Component
class Rows {

    private final Directory directory;

    Rows(Directory directory) {
        this.directory = directory;
    }

    AgencyRow of(AgencyView agency, AsOf asOf) {
        AgencyId parent = agency.parent();
        return new AgencyRow(
                agency.shortName(),
                asOf.link(AgencyForms.page(agency.id())),
                code(agency, asOf.day()),
                parent == null ? "" : name(parent, asOf.day()),
                Words.key("organization.level.", agency.level()),
                directory.members(agency.id(), asOf.day()).size());
    }

    OfficerRow of(OfficerView officer, AsOf asOf) {
        return new OfficerRow(
                officer.name(),
                asOf.link(page(officer)),
                directory.holdings(officer.id()).stream()
                        .filter(holding -> holding.period().on(asOf.day()))
                        .flatMap(holding -> directory.post(holding.post()).stream())
                        .map(post -> held(post, asOf))
                        .toList());
    }

    private OfficerRow.Held held(PostView post, AsOf asOf) {
        return new OfficerRow.Held(
                post.title(), name(post.agency(), asOf.day()), asOf.link(AgencyForms.page(post.agency())));
    }

    /// The name on `day`, or the one it has now where it was not there.
    String name(AgencyId agency, LocalDate day) {
        return directory
                .agency(agency, day)
                .or(() -> directory.agency(agency))
                .map(AgencyView::shortName)
                .orElse("");
    }

    /// What a holding is of: the post, and the agency as it was called when the holding began to be so.
    OfficerPage.Held held(HoldingView holding, AsOf asOf) {
        PostView post = directory.post(holding.post()).orElseThrow();
        LocalDate end = holding.period().to();
        LocalDate shown = holding.period().on(asOf.day())
                ? asOf.day()
                : end == null ? holding.period().from() : end;
        return new OfficerPage.Held(
                holding,
                post,
                unit(post),
                name(post.agency(), shown),
                asOf.on(AgencyForms.page(post.agency()), shown),
                holding.period().on(asOf.day()),
                holding.period().from().isAfter(asOf.day()));
    }

    private String unit(PostView post) {
        return directory.everyUnit(post.agency()).stream()
                .filter(unit -> unit.id().equals(post.unit()))
                .map(unit -> unit.name())
                .findFirst()
                .orElse("");
    }

    static String page(OfficerView officer) {
        return "/directory/officers/" + officer.id();
    }

    private static String code(AgencyView agency, LocalDate day) {
        return agency.identifier(day)
                .or(() -> agency.code(AgencyCode.Scheme.ADMINISTRATIVE_UNIT, day))
                .orElse("");
    }
}
