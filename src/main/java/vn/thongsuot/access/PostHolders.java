package vn.thongsuot.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Holders;
import vn.thongsuot.shared.Permission;

/// Finds who holds a right in an agency: by two queries, however many work there.
@Component
class PostHolders implements Holders {

    private final JdbcClient jdbc;
    private final DelegationStore delegations;
    private final Directory directory;
    private final BusinessClock clock;

    PostHolders(JdbcClient jdbc, DelegationStore delegations, Directory directory, BusinessClock clock) {
        this.jdbc = jdbc;
        this.delegations = delegations;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<Holder> of(Permission permission, AgencyId agency) {
        Set<Object> carriers = permission.everyone() ? Set.of() : carriers(permission);
        List<Directory.Member> members = desks(agency)
                .flatMap(desk -> directory.members(desk, clock.today()).stream())
                .filter(member -> permission.everyone() || carries(member.post(), carriers))
                .toList();
        List<Holder> holders = new ArrayList<>();
        members.forEach(member ->
                holders.add(new Holder(member.officer().id(), member.post().id(), null)));
        delegations.inForceOf(members.stream().map(member -> member.post().id()).toList()).stream()
                .filter(lent -> lent.permissions().contains(permission.name()) && stillHeld(lent, members))
                .forEach(lent -> holders.add(new Holder(lent.delegate(), lent.post(), lent.id())));
        return List.copyOf(holders);
    }

    /// The agency, and where it is a people's committee the office that does its business.
    private Stream<AgencyId> desks(AgencyId agency) {
        return Stream.concat(
                Stream.of(agency),
                directory.children(agency, clock.today()).stream()
                        .filter(AgencyView::committeeOffice)
                        .map(AgencyView::id));
    }

    private static boolean carries(PostView post, Set<Object> carriers) {
        return carriers.contains(post.kind().name())
                || carriers.contains(post.id().value());
    }

    private static boolean stillHeld(DelegationStore.Lent lent, List<Directory.Member> members) {
        return members.stream()
                .anyMatch(member -> member.post().id().equals(lent.post())
                        && member.officer().id().equals(lent.delegator()));
    }

    /// Kinds of posts, by name, and single posts that carry `permission`. Every role reaches the agency of
    /// its post but one that ends at the unit: that has no say in what belongs to the whole agency.
    private Set<Object> carriers(Permission permission) {
        Set<Object> carriers = new HashSet<>();
        jdbc.sql("""
                        select g.post_kind, g.post
                          from (select role, post_kind, cast(null as uuid) as post from access.role_of_kind
                                union all select role, null, post from access.role_of_post) g
                          join access.role r on r.code = g.role and r.reach <> 'UNIT'
                          join access.role_permission p on p.role = g.role and p.permission = :permission
                        """).param("permission", permission.name()).query(row -> {
            String kind = row.getString("post_kind");
            carriers.add(kind == null ? row.getObject("post", UUID.class) : kind);
        });
        return carriers;
    }
}
