package vn.thongsuot.access;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;

/// Who manages access, and how far: whoever changes others' rights must reach all they can touch, and somebody must
/// always be left who can.
@Component
class Managers {

    private final JdbcClient jdbc;
    private final RoleStore roles;
    private final Rights rights;
    private final Directory directory;
    private final BusinessClock clock;

    Managers(JdbcClient jdbc, RoleStore roles, Rights rights, Directory directory, BusinessClock clock) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.rights = rights;
        this.directory = directory;
        this.clock = clock;
    }

    /// Roles belong to posts everywhere: only who reaches every province may change them.
    void needEverything(Actor by) {
        if (!reachesEverything(by)) {
            throw AccessProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }

    boolean reachesEverything(Actor by) {
        return switch (by) {
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Neighbour _ -> false;
            case Actor.Officer _ -> {
                List<AgencyView> roots = directory.roots(clock.today());
                var reach = rights.reach(by, AccessPermission.ACCESS_MANAGE);
                yield !roots.isEmpty() && roots.stream().map(AgencyView::id).allMatch(reach);
            }
        };
    }

    /// Whether `by` reaches every agency where `officer` holds a post: otherwise somebody could take over an account
    /// that may do more than they administer.
    boolean reaches(Actor by, OfficerId officer) {
        return reachesEverything(by) || !reached(by, Stream.of(officer)).isEmpty();
    }

    /// Those of everybody whom `by` reaches, by name.
    List<OfficerId> reached(Actor by) {
        return reached(by, directory.officers(clock.today()).stream().map(OfficerView::id));
    }

    private List<OfficerId> reached(Actor by, Stream<OfficerId> officers) {
        var reach = rights.reach(by, AccessPermission.ACCESS_MANAGE);
        return officers.filter(officer -> {
                    List<UUID> outside = directory.holdings(officer).stream()
                            .filter(holding -> holding.period().on(clock.today()))
                            .flatMap(holding -> directory.post(holding.post()).stream())
                            .filter(post -> !reach.test(post.agency()))
                            .map(post -> post.id().value())
                            .toList();
                    boolean works = directory.holdings(officer).stream()
                            .anyMatch(holding -> holding.period().on(clock.today()));
                    return works && outside.isEmpty();
                })
                .toList();
    }

    private AgencyId seat(PostView post) {
        return directory.agency(post.agency()).map(AgencyView::seat).orElse(post.agency());
    }

    /// Refuses a change, already made in this transaction, after which nobody who reaches everything could undo it.
    void needOneLeft() {
        List<RoleView> managing = roles.all().stream()
                .filter(role -> role.reach() == RoleReach.UNDER
                        && role.permissions().contains(AccessPermission.ACCESS_MANAGE.name()))
                .toList();
        List<AgencyId> roots =
                directory.roots(clock.today()).stream().map(AgencyView::id).toList();
        UUID[] officers = directory.officers(clock.today()).stream()
                .map(OfficerView::id)
                .filter(officer -> directory.holdings(officer).stream()
                        .filter(holding -> holding.period().on(clock.today()))
                        .flatMap(holding -> directory.post(holding.post()).stream())
                        .filter(post -> roots.contains(seat(post)))
                        .anyMatch(post -> managing.stream()
                                .anyMatch(role -> role.kinds().contains(post.kind())
                                        || role.posts().contains(post.id()))))
                .map(OfficerId::value)
                .toArray(UUID[]::new);
        boolean left =
                jdbc.sql("""
                        select exists (select from access.account
                                        where not suspended and (officer is null or officer = any(:officers)))
                        """).param("officers", officers).query(Boolean.class).single();
        if (!left) {
            throw AccessProblem.LAST_ADMINISTRATOR.because();
        }
    }
}
