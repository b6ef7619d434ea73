package vn.thongsuot.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
    private final ManagerReach reach;
    private final Managers managers;

    SeatingRights(JdbcClient jdbc, ManagerReach reach, Managers managers) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.managers = managers;
    }

    @Override
    public void needManagerLeft(UUID holding, LocalDate day) {
        managers.needOneLeftWithout(holding, day);
    }

    @Override
    public boolean maySeat(Actor by, AgencyId agency, PostKind kind, @Nullable PostId post) {
        return switch (by) {
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Neighbour _ -> false;
            case Actor.Officer officer -> {
                List<RoleReach> given = given(kind, post);
                yield given.isEmpty() || reach.manages(officer, agency, given);
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
}
