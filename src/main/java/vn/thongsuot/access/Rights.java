package vn.thongsuot.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.Permission;

/// Which permissions a post carries, asked of the database each time. A permission reaches the agency of the post,
/// every agency under it, and those whose work these go on with.
@Component
class Rights implements Authority {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Set<String> all;
    private final Set<String> everyone;

    Rights(JdbcClient jdbc, Directory directory, ListableBeanFactory beans) {
        this.jdbc = jdbc;
        this.directory = directory;
        List<Permission> declared = declared(AutoConfigurationPackages.get(beans));
        this.all = names(declared);
        this.everyone = names(declared.stream().filter(Permission::everyone).toList());
    }

    /// Every permission any module declares.
    Set<String> all() {
        return all;
    }

    /// The permissions of whoever acts under `post`.
    Set<String> of(PostView post) {
        Set<String> permissions = new HashSet<>(jdbc.sql("""
                        select permission from access.role_permission
                         where role in (select role from access.role_of_kind where post_kind = :kind
                                        union select role from access.role_of_post where post = :post)
                        """)
                .param("kind", post.kind().name())
                .param("post", post.id().value())
                .query((row, _) -> row.getString(1))
                .list());
        permissions.retainAll(all);
        permissions.addAll(everyone);
        return permissions;
    }

    @Override
    public boolean allows(Actor actor, Permission permission, AgencyId agency) {
        return switch (actor) {
            case Actor.Officer officer -> allows(officer, permission) && directory.answersFor(officer.agency(), agency);
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Neighbour _ -> false;
        };
    }

    @Override
    public boolean allows(Actor actor, Permission permission) {
        return switch (actor) {
            case Actor.Officer officer ->
                directory
                        .post(officer.post())
                        .map(post -> of(post).contains(permission.name()))
                        .orElse(false);
            case Actor.Administrator _, Actor.Job _ -> true;
            case Actor.Neighbour _ -> false;
        };
    }

    private static Set<String> names(Collection<Permission> permissions) {
        return permissions.stream().map(Permission::name).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static List<Permission> declared(List<String> packages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Permission.class));
        return packages.stream()
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(found -> type(String.valueOf(found.getBeanClassName())))
                .filter(Class::isEnum)
                .flatMap(type -> java.util.Arrays.stream(type.getEnumConstants()))
                .map(Permission.class::cast)
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException vanished) {
            throw new IllegalStateException(vanished);
        }
    }
}
