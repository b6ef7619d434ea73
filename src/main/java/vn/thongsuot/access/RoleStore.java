package vn.thongsuot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;

/// Roles in the database.
@Component
class RoleStore {

    private static final String ROLES = """
            select code, title, reach, version,
                   array(select permission from access.role_permission where role = code order by 1) as permissions,
                   array(select post_kind from access.role_of_kind where role = code order by 1) as kinds,
                   array(select post from access.role_of_post where role = code order by 1) as posts
              from access.role
            """;

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoleView> all() {
        return jdbc.sql(ROLES + " order by title, code").query(RoleStore::row).list();
    }

    Optional<RoleView> find(String code) {
        return jdbc.sql(ROLES + " where code = :code")
                .param("code", code)
                .query(RoleStore::row)
                .optional();
    }

    void insert(String code, String title, RoleReach reach) {
        try {
            jdbc.sql("insert into access.role (code, title, reach, version) values (:code, :title, :reach, 1)")
                    .param("code", code)
                    .param("title", title)
                    .param("reach", reach.name())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw AccessProblem.ROLE_EXISTS.because(title);
        }
    }

    /// Waits for whoever else changes who may do what, and lets them wait until this transaction ends.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('access.roles', 0))")
                .query((_, _) -> true)
                .list();
    }

    /// The next version of `code`, which must still be at `version`.
    long next(String code, long version, RoleReach reach) {
        lock();
        return jdbc.sql("""
                        update access.role set version = version + 1, reach = :reach
                         where code = :code and version = :version
                        returning version
                        """)
                .param("code", code)
                .param("version", version)
                .param("reach", reach.name())
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(SharedProblem.CHANGED_MEANWHILE::because);
    }

    void setPermissions(String code, Set<String> permissions) {
        jdbc.sql("delete from access.role_permission where role = :code")
                .param("code", code)
                .update();
        jdbc.sql("insert into access.role_permission (role, permission) select :code, unnest(cast(:all as text[]))")
                .param("code", code)
                .param("all", permissions.toArray(String[]::new))
                .update();
    }

    boolean addKind(String code, PostKind kind) {
        return jdbc.sql(
                                "insert into access.role_of_kind (role, post_kind) values (:code, :kind) on conflict do nothing")
                        .param("code", code)
                        .param("kind", kind.name())
                        .update()
                == 1;
    }

    boolean removeKind(String code, PostKind kind) {
        return jdbc.sql("delete from access.role_of_kind where role = :code and post_kind = :kind")
                        .param("code", code)
                        .param("kind", kind.name())
                        .update()
                == 1;
    }

    boolean addPost(String code, PostId post) {
        return jdbc.sql("insert into access.role_of_post (role, post) values (:code, :post) on conflict do nothing")
                        .param("code", code)
                        .param("post", post.value())
                        .update()
                == 1;
    }

    boolean removePost(String code, PostId post) {
        return jdbc.sql("delete from access.role_of_post where role = :code and post = :post")
                        .param("code", code)
                        .param("post", post.value())
                        .update()
                == 1;
    }

    private static RoleView row(ResultSet row, int index) throws SQLException {
        return new RoleView(
                row.getString("code"),
                row.getString("title"),
                RoleReach.valueOf(row.getString("reach")),
                row.getLong("version"),
                Set.of((String[]) row.getArray("permissions").getArray()),
                Arrays.stream((String[]) row.getArray("kinds").getArray())
                        .map(PostKind::valueOf)
                        .toList(),
                Arrays.stream((UUID[]) row.getArray("posts").getArray())
                        .map(PostId::new)
                        .toList());
    }
}
