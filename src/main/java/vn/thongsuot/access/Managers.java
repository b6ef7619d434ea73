package vn.thongsuot.access;

import java.util.List;
import java.util.UUID;
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

/// Who manages access: roles belong to posts everywhere, and somebody must always be left who can give them.
@Component
class Managers {

    private final JdbcClient jdbc;
    private final RoleStore roles;
    private final ManagerReach reach;
    private final Directory directory;
    private final BusinessClock clock;

    Managers(JdbcClient jdbc, RoleStore roles, ManagerReach reach, Directory directory, BusinessClock clock) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.reach = reach;
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
        return reach.everything(by);
    }

    boolean reaches(Actor by, OfficerId officer) {
        return reach.reaches(by, officer);
    }

    private AgencyId seat(PostView post) {
        return directory.agency(post.agency()).map(AgencyView::seat).orElse(post.agency());
    }

    /// Refuses a change, already made in this transaction, after which nobody who reaches everything could undo it.
    /// Such changes wait for each other, so that two cannot together take away the last administrator.
    void needOneLeft() {
        roles.lock();
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
