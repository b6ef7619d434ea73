package vn.thongsuot.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// How far somebody manages access: over whom, and over which posts.
@Component
class ManagerReach {

    private final RoleStore roles;
    private final DelegationStore delegations;
    private final Rights rights;
    private final Directory directory;
    private final BusinessClock clock;

    ManagerReach(
            RoleStore roles, DelegationStore delegations, Rights rights, Directory directory, BusinessClock clock) {
        this.roles = roles;
        this.delegations = delegations;
        this.rights = rights;
        this.directory = directory;
        this.clock = clock;
    }

    /// Whether `by` reaches every province.
    boolean everything(Actor by) {
        return rights.allowsEverywhere(by, AccessPermission.ACCESS_MANAGE);
    }

    /// Whether `by` manages access wherever `officer` has a say, by a post of their own or a lent one: otherwise
    /// somebody could take over an account that may do more than they administer.
    boolean reaches(Actor by, OfficerId officer) {
        return everything(by) || !reached(by, Stream.of(officer)).isEmpty();
    }

    /// Those of everybody whom `by` reaches, by name.
    List<OfficerId> reached(Actor by) {
        return reached(by, directory.officers(clock.today()).stream().map(OfficerView::id));
    }

    private List<OfficerId> reached(Actor by, Stream<OfficerId> officers) {
        Bounds bounds = new Bounds(by);
        LocalDate today = clock.today();
        List<RoleView> all = roles.all();
        Map<OfficerId, List<PostId>> lent = delegations.open().stream()
                .collect(Collectors.groupingBy(
                        DelegationStore.Lent::delegate,
                        Collectors.mapping(DelegationStore.Lent::post, Collectors.toList())));
        return officers.filter(officer -> {
                    List<HoldingView> own = directory.holdings(officer).stream()
                            .filter(holding -> !over(holding, today))
                            .toList();
                    return own.stream().anyMatch(holding -> holding.period().on(today))
                            && Stream.concat(
                                            own.stream().map(HoldingView::post),
                                            lent.getOrDefault(officer, List.of()).stream())
                                    .flatMap(post -> directory.post(post).stream())
                                    .allMatch(post -> bounds.hold(post.agency(), given(post, all)));
                })
                .toList();
    }

    /// Posts to come count like those held: who takes over an account today has it on that day.
    private static boolean over(HoldingView holding, LocalDate today) {
        LocalDate last = holding.period().to();
        return last != null && last.isBefore(today);
    }

    /// How far the roles reach that `post` carries.
    private static List<RoleReach> given(PostView post, List<RoleView> all) {
        return all.stream()
                .filter(role -> !role.permissions().isEmpty()
                        && (role.kinds().contains(post.kind()) || role.posts().contains(post.id())))
                .map(RoleView::reach)
                .toList();
    }

    /// Whether `by` manages access wherever roles that reach as far as `given` reach from a post of `agency`.
    boolean manages(Actor by, AgencyId agency, List<RoleReach> given) {
        return new Bounds(by).hold(agency, given);
    }

    /// How far somebody manages access: asked once, to look at many posts.
    private final class Bounds {

        private final Predicate<AgencyId> reach;
        private final boolean under;

        Bounds(Actor by) {
            this.reach = rights.reach(by, AccessPermission.ACCESS_MANAGE);
            this.under = switch (by) {
                case Actor.Administrator _, Actor.Job _ -> true;
                case Actor.Neighbour _ -> false;
                case Actor.Officer officer ->
                    directory.post(officer.post()).stream()
                            .flatMap(post -> rights.grants(post).stream())
                            .anyMatch(
                                    grant -> (grant.reach() == RoleReach.UNDER || grant.reach() == RoleReach.COMMITTEE)
                                            && grant.permission().equals(AccessPermission.ACCESS_MANAGE.name()));
            };
        }

        boolean hold(AgencyId agency, List<RoleReach> given) {
            AgencyId seat = directory.agency(agency).map(AgencyView::seat).orElse(agency);
            return reach.test(agency)
                    && given.stream().allMatch(far -> switch (far) {
                        case COMMITTEE -> under && reach.test(rights.committee(seat));
                        case UNDER -> under && reach.test(seat);
                        case AGENCY, UNIT -> reach.test(seat);
                    });
        }
    }
}
