package vn.thongsuot.shared;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// **Quyền giữ việc.** A named right that one node at a time holds for a while; a dead node's right runs out by
/// itself. The database's clock decides, so nodes need not agree on the time.
@Component
public final class Leases {

    private final JdbcClient jdbc;
    private final UUID node = UUID.randomUUID();

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes or prolongs `name` for `length`; false where another node holds it.
    public boolean hold(String name, Duration length) {
        return jdbc.sql("""
                        insert into shared.lease as held (name, node, until)
                        values (:name, :node, now() + make_interval(secs => :seconds))
                        on conflict (name) do update
                           set node = excluded.node, until = excluded.until
                         where held.node = excluded.node or held.until < now()
                        """)
                        .param("name", name)
                        .param("node", node)
                        .param("seconds", length.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    /// Gives `name` back early, so that another node need not wait.
    public void release(String name) {
        jdbc.sql("delete from shared.lease where name = :name and node = :node")
                .param("name", name)
                .param("node", node)
                .update();
    }

    /// This process among all nodes on the database.
    public UUID node() {
        return node;
    }
}
