package vn.thongsuot.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes entries, one statement each, or many in one.
@Component
class EntryStore {

    /// Nothing is written where the thing's history would get a gap: every version but a thing's first known one
    /// needs the one before.
    private static final String PLAIN = """
            with written as (
                insert into audit.entry (id, recorded_at, business_at, event, thing_kind, thing_id, version, person,
                                         agency, body)
                select ?, ?, ?, ?, t.kind, t.id, t.version, ?, ?, ?
                  from (values (?::text, ?::text, ?::bigint)) as t (kind, id, version)
                 where t.version = 1
                    or exists (select from audit.entry e
                                where e.thing_kind = t.kind and e.thing_id = t.id and e.version = t.version - 1)
                    or not exists (select from audit.entry e
                                    where e.thing_kind = t.kind and e.thing_id = t.id and e.version is not null)
                returning id)
            insert into audit.waiting (entry) select id from written
            """;

    private static final String WITH_PERSONAL = """
            with written as (
                insert into audit.entry (id, recorded_at, business_at, event, thing_kind, thing_id, version, person,
                                         agency, body)
                select ?, ?, ?, ?, t.kind, t.id, t.version, ?, ?, ?
                  from (values (?::text, ?::text, ?::bigint)) as t (kind, id, version)
                 where t.version = 1
                    or exists (select from audit.entry e
                                where e.thing_kind = t.kind and e.thing_id = t.id and e.version = t.version - 1)
                    or not exists (select from audit.entry e
                                    where e.thing_kind = t.kind and e.thing_id = t.id and e.version is not null)
                returning id),
            hidden as (
                insert into audit.personal (entry, component, subject, sealed)
                select w.id, p.component, p.subject, p.sealed
                  from written w, unnest(?::text[], ?::text[], ?::bytea[]) as p (component, subject, sealed))
            insert into audit.waiting (entry) select id from written
            """;

    /// Of a thing that has entries already, only accesses can be written this way.
    private static final String MANY = """
            with written as (
                insert into audit.entry (id, recorded_at, business_at, event, thing_kind, thing_id, person, agency, body,
                                         version)
                select given.*
                  from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                              ?::bytea[], ?::uuid[], ?::text[], ?::bigint[])
                       as given (id, recorded, business, event, kind, thing, person, agency, body, version)
                 where given.version is null
                    or not exists (select from audit.entry e
                                    where e.thing_kind = given.kind and e.thing_id = given.thing
                                      and e.version is not null)
                returning id)
            insert into audit.waiting (entry) select id from written
            """;

    private final JdbcTemplate jdbc;

    EntryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes `entry`; false where the version before it is missing.
    boolean insert(Entry entry) {
        List<Entry.Secret> personal = entry.personal();
        return jdbc.update(personal.isEmpty() ? PLAIN : WITH_PERSONAL, statement -> {
                    fill(statement, entry);
                    if (!personal.isEmpty()) {
                        Connection connection = statement.getConnection();
                        statement.setArray(11, array(connection, "text", personal, Entry.Secret::component));
                        statement.setArray(12, array(connection, "text", personal, Entry.Secret::subject));
                        statement.setArray(13, array(connection, "bytea", personal, Entry.Secret::sealed));
                    }
                })
                == 1;
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a missing value, its signature does not say so
    private static void fill(PreparedStatement statement, Entry entry) throws SQLException {
        statement.setObject(1, entry.id());
        statement.setTimestamp(2, Timestamp.from(entry.recorded()));
        statement.setTimestamp(3, Timestamp.from(entry.business()));
        statement.setString(4, entry.event());
        statement.setBytes(5, entry.person());
        statement.setObject(6, entry.agency(), java.sql.Types.OTHER);
        statement.setString(7, entry.body());
        statement.setString(8, entry.thing().kind());
        statement.setString(9, entry.thing().id());
        statement.setObject(10, entry.version());
    }

    /// Writes `entries` without personal data: accesses, or the first known events of things. How many it wrote: less
    /// than there are where a thing was known already.
    int insert(List<Entry> entries) {
        return jdbc.update(MANY, statement -> {
            Connection connection = statement.getConnection();
            statement.setArray(1, array(connection, "uuid", entries, Entry::id));
            statement.setArray(2, array(connection, "timestamptz", entries, entry -> Timestamp.from(entry.recorded())));
            statement.setArray(3, array(connection, "timestamptz", entries, entry -> Timestamp.from(entry.business())));
            statement.setArray(4, array(connection, "text", entries, Entry::event));
            statement.setArray(
                    5, array(connection, "text", entries, entry -> entry.thing().kind()));
            statement.setArray(
                    6, array(connection, "text", entries, entry -> entry.thing().id()));
            statement.setArray(7, array(connection, "bytea", entries, Entry::person));
            statement.setArray(8, array(connection, "uuid", entries, Entry::agency));
            statement.setArray(9, array(connection, "text", entries, Entry::body));
            statement.setArray(10, array(connection, "bigint", entries, Entry::version));
        });
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, @Nullable Object> part)
            throws SQLException {
        Object[] values = type.equals("bytea")
                ? rows.stream().map(part).toArray(byte[][]::new)
                : rows.stream().map(part).toArray();
        return connection.createArrayOf(type, values);
    }
}
