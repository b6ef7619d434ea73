package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.PostId;

/// How far an administrator reaches: the agencies under their own; who sits in the office of a people's committee
/// does the committee's business and reaches what is under the committee.
@Component
class Scope {

    private final ObjectProvider<Authority> authority;
    private final ObjectProvider<Seating> seating;

    /// @param authority asked late, as is `seating`: `access`, which implements them, reads the directory
    Scope(ObjectProvider<Authority> authority, ObjectProvider<Seating> seating) {
        this.authority = authority;
        this.seating = seating;
    }

    void need(Actor by, AgencyId agency) {
        if (!reaches(by, agency)) {
            throw OrganizationProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }

    /// For what stands under no agency yet, such as a new province.
    void needEverything(Actor by) {
        if (!authority.getObject().allowsEverywhere(by, OrganizationPermission.ORGANIZATION_MANAGE)) {
            throw OrganizationProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }

    /// The office of a people's committee is known by its name and does the committee's business: only who reaches
    /// `parent`, the committee, may make an agency its office or take that away from it.
    void needForName(Actor by, @Nullable AgencyId parent, String before, String after) {
        if (AgencyView.committeeOffice(before) != AgencyView.committeeOffice(after)) {
            if (parent == null) {
                needEverything(by);
            } else {
                need(by, parent);
            }
        }
    }

    /// Refuses to open or fill a post that gives its holder more than `by` may give.
    void needToSeat(Actor by, AgencyId agency, PostKind kind, @Nullable PostId post) {
        if (!seating.getObject().maySeat(by, agency, kind, post)) {
            throw OrganizationProblem.POST_GIVES_RIGHTS.because();
        }
    }

    /// Refuses to end `holding` after `lastDay` where nobody would then be left to give rights.
    void needManagerLeft(UUID holding, LocalDate lastDay) {
        seating.getObject().needManagerLeft(holding, lastDay.plusDays(1));
    }

    boolean reaches(Actor by, AgencyId agency) {
        return switch (by) {
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Officer _ ->
                authority.getObject().allows(by, OrganizationPermission.ORGANIZATION_MANAGE, agency);
            case Actor.Neighbour _ -> false;
        };
    }
}
