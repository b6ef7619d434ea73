package vn.thongsuot.organization;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;

/// How far an administrator reaches: the agencies under their own; who sits in the office of a people's committee
/// does the committee's business and reaches what is under the committee.
@Component
class Scope {

    private final ObjectProvider<Authority> authority;
    private final Directory directory;

    /// @param authority asked late: `access`, which implements it, reads the directory
    Scope(ObjectProvider<Authority> authority, Directory directory) {
        this.authority = authority;
        this.directory = directory;
    }

    void need(Actor by, AgencyId agency) {
        if (!reaches(by, agency)) {
            throw OrganizationProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }

    /// For what stands under no agency yet, such as a new province.
    void needEverything(Actor by) {
        boolean everything = switch (by) {
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Officer officer ->
                seat(officer)
                        .flatMap(directory::agency)
                        .map(agency -> agency.parent() == null
                                && authority.getObject().allows(by, OrganizationPermission.ORGANIZATION_MANAGE))
                        .orElse(false);
            case Actor.Neighbour _ -> false;
        };
        if (!everything) {
            throw OrganizationProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }

    boolean reaches(Actor by, AgencyId agency) {
        return switch (by) {
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Officer _ ->
                authority.getObject().allows(by, OrganizationPermission.ORGANIZATION_MANAGE, agency);
            case Actor.Neighbour _ -> false;
        };
    }

    private java.util.Optional<AgencyId> seat(Actor.Officer officer) {
        return directory.agency(officer.agency()).map(AgencyView::seat);
    }
}
