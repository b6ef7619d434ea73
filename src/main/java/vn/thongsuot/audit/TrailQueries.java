package vn.thongsuot.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;

/// Reads entries with what proves them. The narrowest question leads, along its index; the others are asked of
/// what that finds.
@Component
class TrailQueries {

    private static final String OTHERS = """
               and (:agency::uuid is null or e.agency = :agency)
               and (:event::text is null or e.event = :event)
               and (:from::timestamptz is null or e.business_at >= :from)
               and (:until::timestamptz is null or e.business_at < :until)
               and (:business::timestamptz is null or (e.business_at, e.id) < (:business, :id::uuid))
             order by e.business_at desc, e.id desc
             limit :limit
            """;
    private static final String BY_THING = """
            (select e.* from audit.entry e
              where e.thing_kind = :kind and e.thing_id = :thing and e.version is not null
                and (:person::bytea is null or e.person = :person)
            """ + OTHERS + """
            ) union all (
             select e.* from audit.entry e
              where e.thing_kind = :kind and e.thing_id = :thing and e.version is null
                and (:person::bytea is null or e.person = :person)
            """ + OTHERS + ")";
    private static final String BY_PERSON = "select e.* from audit.entry e where e.person = :person\n" + OTHERS;
    private static final String BY_AGENCY = "select e.* from audit.entry e where e.agency = :agency\n" + OTHERS;
    private static final String BY_EVENT = "select e.* from audit.entry e where e.event = :event\n" + OTHERS;
    private static final String BY_TIME = "select e.* from audit.entry e where true\n" + OTHERS;
    private static final String BY_ID = "select e.* from audit.entry e where e.id = :id";

    private static final String ROWS = """
            select e.*, l.number as leaf, e.id in (select w.entry from audit.waiting w) as waiting,
                   exists (select from audit.entry r
                            where r.thing_kind = 'audit-entry' and r.thing_id = e.id::text and r.version = 1) as lost,
                   c.number as checkpoint, c.note, s.number as stamped_in, s.stamped_at
              from (
            """;
    private static final String PROVED = """
                   ) e
              left join audit.leaf l on l.entry = e.id
              left join lateral (select c.number, c.note from audit.checkpoint c
                                  where c.size > l.number order by c.size limit 1) c on true
              left join lateral (select s.number, s.stamped_at from audit.checkpoint s
                                  where s.number >= c.number and s.stamp is not null
                                  order by s.number limit 1) s on true
             order by e.business_at desc, e.id desc
             limit :limit
            """;

    private final JdbcClient jdbc;

    TrailQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An entry as it lies in the database, and what seals it.
    ///
    /// @param waiting whether it stands in the sealer's queue
    /// @param lost whether the log says that it was altered or removed
    /// @param note of the first checkpoint that covers its leaf
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            UUID id,
            Instant recorded,
            Instant business,
            String event,
            Thing thing,
            @Nullable Long version,
            byte @Nullable [] person,
            @Nullable UUID agency,
            String body,
            @Nullable Long leaf,
            boolean waiting,
            boolean lost,
            @Nullable Long checkpoint,
            @Nullable String note,
            @Nullable Long stampedIn,
            @Nullable Instant stamped) {}

    /// Where a page begins: behind this entry.
    record Behind(Instant business, UUID id) {}

    List<Row> find(TrailFilter filter, byte @Nullable [] person, @Nullable Behind behind, int limit) {
        Thing thing = filter.thing();
        return jdbc.sql(ROWS + leading(filter) + PROVED)
                .param("person", person, Types.BINARY)
                .param(
                        "agency",
                        filter.agency() == null ? null : filter.agency().value(),
                        Types.OTHER)
                .param("kind", thing == null ? null : thing.kind(), Types.VARCHAR)
                .param("thing", thing == null ? null : thing.id(), Types.VARCHAR)
                .param("event", filter.event(), Types.VARCHAR)
                .param("from", timestamp(filter.from()), Types.TIMESTAMP)
                .param("until", timestamp(filter.until()), Types.TIMESTAMP)
                .param("business", timestamp(behind == null ? null : behind.business()), Types.TIMESTAMP)
                .param("id", behind == null ? null : behind.id(), Types.OTHER)
                .param("limit", limit)
                .query(TrailQueries::row)
                .list();
    }

    private static String leading(TrailFilter filter) {
        if (filter.thing() != null) {
            return BY_THING;
        }
        if (filter.person() != null) {
            return BY_PERSON;
        }
        if (filter.event() != null) {
            return BY_EVENT;
        }
        return filter.agency() != null ? BY_AGENCY : BY_TIME;
    }

    Optional<Row> byId(UUID id) {
        return jdbc.sql(ROWS + BY_ID + PROVED)
                .param("id", id)
                .param("limit", 1)
                .query(TrailQueries::row)
                .optional();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Timestamp stamped = row.getTimestamp("stamped_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getTimestamp("business_at").toInstant(),
                row.getString("event"),
                new Thing(row.getString("thing_kind"), row.getString("thing_id")),
                row.getObject("version", Long.class),
                row.getBytes("person"),
                row.getObject("agency", UUID.class),
                row.getString("body"),
                row.getObject("leaf", Long.class),
                row.getBoolean("waiting"),
                row.getBoolean("lost"),
                row.getObject("checkpoint", Long.class),
                row.getString("note"),
                row.getObject("stamped_in", Long.class),
                stamped == null ? null : stamped.toInstant());
    }

    /// A personal value beside an entry.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Beside(String component, String subject, byte[] sealed) {}

    List<Beside> personal(UUID entry) {
        return jdbc.sql("select component, subject, sealed from audit.personal where entry = :entry order by component")
                .param("entry", entry)
                .query((row, _) ->
                        new Beside(row.getString("component"), row.getString("subject"), row.getBytes("sealed")))
                .list();
    }

    /// Every event's name that stands in the log.
    List<String> events() {
        // One step along the index per name, instead of a walk over all entries.
        return jdbc.sql("""
                        with recursive names as (
                            (select event from audit.entry order by event limit 1)
                            union all
                            select (select e.event from audit.entry e where e.event > n.event order by e.event limit 1)
                              from names n where n.event is not null)
                        select event from names where event is not null
                        """).query((row, _) -> row.getString("event")).list();
    }
}
