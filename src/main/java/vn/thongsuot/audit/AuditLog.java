package vn.thongsuot.audit;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Uuids;

/// **Nhật ký.** Writes an entry for every {@link Auditable} event in the transaction that published it. An event
/// published outside a transaction is refused, and its change with it.
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final InstantSource realTime;

    AuditLog(JdbcClient jdbc, InstantSource realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Auditable event) {
        jdbc.sql("""
                        insert into audit.entry (id, recorded_at, business_at, event, thing_kind, thing_id, version)
                        values (:id, :recorded, :business, :event, :kind, :thing, :version)
                        """)
                .param("id", Uuids.next(realTime.instant()))
                .param("recorded", Timestamp.from(realTime.instant()))
                .param("business", Timestamp.from(event.at()))
                .param("event", event.getClass().getName())
                .param("kind", event.thing().kind())
                .param("thing", event.thing().id())
                .param("version", event.version())
                .update();
    }
}
