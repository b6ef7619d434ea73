package vn.thongsuot.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
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
        if (!oneLeft(managing(), clock.today(), null)) {
            throw AccessProblem.LAST_ADMINISTRATOR.because();
        }
    }

    /// The same for ending `holding`, which ends on the day before `day`.
    void needOneLeftWithout(UUID holding, LocalDate day) {
        PostView post = directory
                .holding(holding)
                .flatMap(held -> directory.post(held.post()))
                .orElse(null);
        List<RoleView> managing = managing();
        if (post == null || !manages(managing, post, day)) {
            return;
        }
        roles.lock();
        if (oneLeft(managing, day, null) && !oneLeft(managing, day, holding)) {
            throw AccessProblem.LAST_ADMINISTRATOR.because();
        }
    }

    private List<RoleView> managing() {
        return roles.all().stream()
                .filter(role -> role.reach() == RoleReach.UNDER
                        && role.permissions().contains(AccessPermission.ACCESS_MANAGE.name()))
                .toList();
    }

    private boolean manages(List<RoleView> managing, PostView post, LocalDate day) {
        return directory.roots(day).stream().map(AgencyView::id).anyMatch(seat(post)::equals)
                && managing.stream()
                        .anyMatch(role -> role.kinds().contains(post.kind())
                                || role.posts().contains(post.id()));
    }

    /// Whether on `day` somebody manages access everywhere by a holding other than `ending`. What the memory says is
    /// asked again of the database: a colleague's change may have been committed a moment ago.
    private boolean oneLeft(List<RoleView> managing, LocalDate day, @Nullable UUID ending) {
        UUID[] officers = directory.members(day).stream()
                .filter(member -> !member.holding().id().equals(ending) && manages(managing, member.post(), day))
                .filter(member ->
                        directory.holds(member.officer().id(), member.post().id(), day))
                .map(member -> member.officer().id().value())
                .toArray(UUID[]::new);
        return jdbc.sql("""
                        select exists (select from access.account
                                        where not suspended and (officer is null or officer = any(:officers)))
                        """).param("officers", officers).query(Boolean.class).single();
    }
}
