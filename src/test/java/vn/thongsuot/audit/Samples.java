package vn.thongsuot.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Personal;
import vn.thongsuot.shared.Thing;

/// Events of no module, and the sealer in the test's hands.
record Samples(ApplicationEventPublisher events, TransactionTemplate transaction, JdbcClient jdbc) {

    /// Something changed, without personal data.
    record Noted(UUID note, long version, String text, Actor by, Instant at) implements Auditable {
        @Override
        public Thing thing() {
            return new Thing("note", note.toString());
        }
    }

    /// Something about a person.
    record Met(
            OfficerId person,
            long version,
            @Personal(subject = "person") String name,
            Actor by,
            Instant at) implements Auditable {
        @Override
        public Thing thing() {
            return new Thing("meeting", person.toString());
        }
    }

    /// Takes the sealer's lease away, so that only the test seals.
    Samples sealByHand() {
        jdbc.sql("""
                        insert into shared.lease (name, node, until) values (:name, :node, now() + interval '1 day')
                        on conflict (name) do update set node = excluded.node, until = excluded.until
                        """)
                .param("name", Sealer.NAME)
                .param("node", UUID.randomUUID())
                .update();
        return this;
    }

    void publish(Auditable... many) {
        transaction.executeWithoutResult(_ -> List.of(many).forEach(events::publishEvent));
    }

    /// `count` versions of one new thing, each in a transaction of its own.
    Thing note(int count) {
        UUID note = UUID.randomUUID();
        IntStream.rangeClosed(1, count)
                .forEach(version -> publish(new Noted(
                        note,
                        version,
                        "lần " + version,
                        SampleEvents.officer(),
                        SampleEvents.AT.plusSeconds(version))));
        return new Thing("note", note.toString());
    }

    UUID entry(Thing thing, long version) {
        return jdbc.sql("select id from audit.entry where thing_kind = :kind and thing_id = :id and version = :version")
                .param("kind", thing.kind())
                .param("id", thing.id())
                .param("version", version)
                .query(UUID.class)
                .single();
    }

    /// Writes to the database past the platform.
    void tamper(String sql, Object... parameters) {
        int changed = jdbc.sql(sql).params(parameters).update();
        if (changed == 0) {
            throw new IllegalStateException("nothing was changed by " + sql);
        }
    }
}
