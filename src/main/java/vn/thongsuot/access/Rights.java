package vn.thongsuot.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Permission;

/// Which permissions a post carries, asked of the database each time. How far one reaches is said by the role that
/// gives it; under a delegation, no more than was lent and the lender still has.
@Component
class Rights implements Authority {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Permissions permissions;
    private final DelegationStore delegations;
    private final BusinessClock clock;

    Rights(
            JdbcClient jdbc,
            Directory directory,
            Permissions permissions,
            DelegationStore delegations,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.permissions = permissions;
        this.delegations = delegations;
        this.clock = clock;
    }

    /// Every permission any module declares.
    Set<String> all() {
        return permissions.all();
    }

    /// One permission a post has by a role: because of its kind, or given to this post alone.
    record Grant(String permission, String role, String roleTitle, RoleReach reach, boolean byKind) {}

    /// What `post` has by roles. A request that only reads is answered by one reading: it asks many times, and changes
    /// nothing between.
    List<Grant> grants(PostView post) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
                || !request.getRequest().getMethod().equals(HttpMethod.GET.name())) {
            return read(post);
        }
        String remembered = Rights.class.getName() + "." + post.id();
        if (request.getRequest().getAttribute(remembered) instanceof Remembered read) {
            return read.grants();
        }
        List<Grant> grants = read(post);
        request.getRequest().setAttribute(remembered, new Remembered(grants));
        return grants;
    }

    private record Remembered(List<Grant> grants) {}

    private List<Grant> read(PostView post) {
        return jdbc
                .sql("""
                        select p.permission, r.code, r.title, r.reach, g.by_kind
                          from (select role, true as by_kind from access.role_of_kind where post_kind = :kind
                                union all select role, false from access.role_of_post where post = :post) g
                          join access.role r on r.code = g.role
                          join access.role_permission p on p.role = g.role
                         order by p.permission, r.code
                        """)
                .param("kind", post.kind().name())
                .param("post", post.id().value())
                .query((row, _) -> new Grant(
                        row.getString("permission"),
                        row.getString("code"),
                        row.getString("title"),
                        RoleReach.valueOf(row.getString("reach")),
                        row.getBoolean("by_kind")))
                .list()
                .stream()
                .filter(grant -> permissions.all().contains(grant.permission()))
                .toList();
    }

    /// The permissions of whoever acts under `post`.
    Set<String> of(PostView post) {
        Set<String> held = grants(post).stream().map(Grant::permission).collect(Collectors.toCollection(HashSet::new));
        held.addAll(permissions.everyone());
        return held;
    }

    /// The permissions of whoever acts under the lent `post`: of `lent`, those its holder has at this moment.
    Set<String> lent(PostView post, Set<String> lent) {
        Set<String> held = of(post);
        held.removeIf(permission ->
                !lent.contains(permission) && !permissions.everyone().contains(permission));
        return held;
    }

    /// What the holder of `post` may lend.
    Set<String> delegable(PostView post) {
        Set<String> held = of(post);
        held.retainAll(permissions.delegable());
        return held;
    }

    List<Permissions.Right> words(Collection<String> names) {
        return permissions.rights(names);
    }

    @Override
    public boolean allows(Actor actor, Permission permission, AgencyId agency) {
        return allows(actor, permission, agency, null);
    }

    @Override
    public boolean allows(Actor actor, Permission permission, AgencyId agency, @Nullable UUID unit) {
        return allows(actor, permission, post -> reaches(post, permission, agency, unit));
    }

    @Override
    public boolean allows(Actor actor, Permission permission) {
        return allows(actor, permission, _ -> true);
    }

    @Override
    public boolean allowsEverywhere(Actor actor, Permission permission) {
        return allows(actor, permission, post -> reachesEverything(post, permission));
    }

    private boolean allows(Actor actor, Permission permission, Predicate<PostView> reaching) {
        return switch (actor) {
            case Actor.Officer officer ->
                directory
                        .post(officer.post())
                        .filter(post -> held(officer, post).contains(permission.name()))
                        .filter(reaching)
                        .isPresent();
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Neighbour _ -> false;
        };
    }

    private boolean reachesEverything(PostView post, Permission permission) {
        AgencyId seat = seat(post);
        List<RoleReach> far = grants(post).stream()
                .filter(grant -> grant.permission().equals(permission.name()))
                .map(Grant::reach)
                .toList();
        List<AgencyView> roots = directory.roots(clock.today());
        return !roots.isEmpty()
                && roots.stream()
                        .allMatch(root -> far.stream().anyMatch(reach -> switch (reach) {
                            case COMMITTEE -> directory.answersFor(committee(seat), root.id());
                            case UNDER -> directory.answersFor(seat, root.id());
                            case AGENCY, UNIT -> false;
                        }));
    }

    private Set<String> held(Actor.Officer officer, PostView post) {
        Optional<UUID> delegation = officer.delegated();
        if (delegation.isEmpty()) {
            return of(post);
        }
        return delegations
                .inForce(delegation.get())
                .filter(lent -> lent.delegate().equals(officer.officer())
                        && lent.post().equals(post.id())
                        && directory.holdsNow(lent.delegator(), lent.post()))
                .map(lent -> lent(post, lent.permissions()))
                .orElse(Set.of());
    }

    /// Which agencies `actor` reaches with `permission` at this moment: asked once, to look at many agencies.
    Predicate<AgencyId> reach(Actor actor, Permission permission) {
        return switch (actor) {
            case Actor.Administrator _, Actor.Job _ -> _ -> true;
            case Actor.Neighbour _ -> _ -> false;
            case Actor.Officer officer -> {
                PostView post = directory.post(officer.post()).orElse(null);
                if (post == null || !held(officer, post).contains(permission.name())) {
                    yield _ -> false;
                }
                List<Grant> grants = grants(post).stream()
                        .filter(grant -> grant.permission().equals(permission.name()))
                        .toList();
                yield agency -> reaches(post, grants, agency, null);
            }
        };
    }

    private boolean reaches(PostView post, Permission permission, AgencyId agency, @Nullable UUID unit) {
        if (permission.everyone()) {
            return directory.answersFor(seat(post), agency);
        }
        List<Grant> grants = grants(post).stream()
                .filter(grant -> grant.permission().equals(permission.name()))
                .toList();
        return reaches(post, grants, agency, unit);
    }

    private AgencyId seat(PostView post) {
        return directory.agency(post.agency()).map(AgencyView::seat).orElse(post.agency());
    }

    /// The committee that a department or division serves; the agency itself where it serves none.
    AgencyId committee(AgencyId seat) {
        return directory
                .agency(seat)
                .filter(agency -> agency.level() == AgencyLevel.DEPARTMENT || agency.level() == AgencyLevel.DIVISION)
                .map(AgencyView::parent)
                .orElse(seat);
    }

    private boolean reaches(PostView post, List<Grant> grants, AgencyId agency, @Nullable UUID unit) {
        AgencyId seat = seat(post);
        return grants.stream().anyMatch(grant -> switch (grant.reach()) {
            case COMMITTEE -> directory.answersFor(committee(seat), agency);
            case UNDER -> directory.answersFor(seat, agency);
            case AGENCY -> agency.equals(post.agency()) || agency.equals(seat);
            case UNIT -> agency.equals(post.agency()) && unit != null && unit.equals(post.unit());
        });
    }
}
