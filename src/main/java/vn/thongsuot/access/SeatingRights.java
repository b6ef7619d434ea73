package vn.thongsuot.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.organization.Seating;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.PostId;

/// Who may fill posts that carry roles: otherwise whoever opens posts could open one that manages access and sit
/// down on it.
@Component
class SeatingRights implements Seating {

    private final JdbcClient jdbc;
    private final Rights rights;
    private final Directory directory;

    SeatingRights(JdbcClient jdbc, Rights rights, Directory directory) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.directory = directory;
    }

    @Override
    public boolean maySeat(Actor by, AgencyId agency, PostKind kind, @Nullable PostId post) {
        return switch (by) {
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Neighbour _ -> false;
            case Actor.Officer officer -> {
                List<RoleReach> given = given(kind, post);
                yield given.isEmpty() || gives(officer, agency, given);
            }
        };
    }

    /// How far the roles reach that such a post carries.
    private List<RoleReach> given(PostKind kind, @Nullable PostId post) {
        return jdbc.sql("""
                        select distinct r.reach
                          from (select role from access.role_of_kind where post_kind = :kind
                                union all select role from access.role_of_post where post = cast(:post as uuid)) g
                          join access.role r on r.code = g.role
                         where exists (select from access.role_permission p where p.role = g.role)
                        """)
                .param("kind", kind.name())
                .param("post", post == null ? null : post.value())
                .query((row, _) -> RoleReach.valueOf(row.getString(1)))
                .list();
    }

    /// Whether `by` manages access wherever roles that reach as far as `given` would reach from `agency`.
    private boolean gives(Actor.Officer by, AgencyId agency, List<RoleReach> given) {
        AgencyId seat = directory.agency(agency).map(AgencyView::seat).orElse(agency);
        return given.stream().allMatch(reach -> switch (reach) {
            case COMMITTEE -> manages(by, rights.committee(seat)) && managesUnder(by);
            case UNDER -> manages(by, seat) && managesUnder(by);
            case AGENCY, UNIT -> manages(by, agency) && manages(by, seat);
        });
    }

    private boolean manages(Actor.Officer by, AgencyId agency) {
        return rights.allows(by, AccessPermission.ACCESS_MANAGE, agency);
    }

    private boolean managesUnder(Actor.Officer by) {
        return directory.post(by.post()).stream()
                .flatMap(post -> rights.grants(post).stream())
                .anyMatch(grant -> (grant.reach() == RoleReach.UNDER || grant.reach() == RoleReach.COMMITTEE)
                        && grant.permission().equals(AccessPermission.ACCESS_MANAGE.name()));
    }
}
