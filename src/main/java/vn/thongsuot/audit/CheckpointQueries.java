package vn.thongsuot.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads checkpoints, leaves, and what is in no tree yet.
@Component
class CheckpointQueries {

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    CheckpointQueries(JdbcClient jdbc, JdbcTemplate streaming) {
        this.jdbc = jdbc;
        this.streaming = streaming;
    }

    Optional<Checkpoints.Checkpoint> latest() {
        return jdbc.sql("""
                        select number, size, root, sealed_at, note, stamp, stamped_at
                          from audit.checkpoint order by number desc limit 1
                        """).query(CheckpointQueries::checkpoint).optional();
    }

    Optional<Checkpoints.Checkpoint> numbered(long number) {
        return jdbc.sql("""
                        select number, size, root, sealed_at, note, stamp, stamped_at
                          from audit.checkpoint where number = :number
                        """)
                .param("number", number)
                .query(CheckpointQueries::checkpoint)
                .optional();
    }

    /// The checkpoints after number `after`, up to number `last`, at most `limit`.
    List<Checkpoints.Checkpoint> after(long after, long last, int limit) {
        return jdbc.sql("""
                        select number, size, root, sealed_at, note, stamp, stamped_at
                          from audit.checkpoint where number > :after and number <= :last
                         order by number limit :limit
                        """)
                .param("after", after)
                .param("last", last)
                .param("limit", limit)
                .query(CheckpointQueries::checkpoint)
                .list();
    }

    private static Checkpoints.Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        byte[] stamp = row.getBytes("stamp");
        Timestamp stamped = row.getTimestamp("stamped_at");
        return new Checkpoints.Checkpoint(
                row.getLong("number"),
                row.getLong("size"),
                Base64.getEncoder().encodeToString(row.getBytes("root")),
                row.getTimestamp("sealed_at").toInstant(),
                row.getString("note"),
                stamp == null ? null : Base64.getEncoder().encodeToString(stamp),
                stamped == null ? null : stamped.toInstant());
    }

    long waiting() {
        return jdbc.sql("select count(*) from audit.waiting").query(Long.class).single();
    }

    long lost() {
        return jdbc.sql("select count(*) from audit.entry where event = 'audit.EntryLost'")
                .query(Long.class)
                .single();
    }

    /// @param number null where the entry has no leaf
    record Leaf(@Nullable Long number, String body) {}

    Optional<Leaf> leaf(UUID entry) {
        return jdbc.sql("""
                        select l.number, e.body from audit.entry e left join audit.leaf l on l.entry = e.id
                         where e.id = :entry
                        """)
                .param("entry", entry)
                .query((row, _) -> new Leaf(row.getObject("number", Long.class), row.getString("body")))
                .optional();
    }

    /// A leaf as it lies in the database.
    ///
    /// @param hash from its tile; null where the tile lacks it
    /// @param body null where the entry or the leaf is gone
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(
            long number, byte @Nullable [] hash, @Nullable String body) {}

    /// The leaves from number `first` to `last`, each of them whether it is there or not.
    List<Sealed> leaves(long first, long last) {
        return jdbc.sql("""
                        select n.number, e.body, substring(t.hashes from (n.number % 256)::int * 32 + 1 for 32) as hash
                          from generate_series(:first::bigint, :last::bigint) as n (number)
                          left join audit.leaf l on l.number = n.number
                          left join audit.entry e on e.id = l.entry
                          left join audit.tile t on t.level = 0 and t.position = n.number / 256
                         order by n.number
                        """)
                .param("first", first)
                .param("last", last)
                .query((row, _) -> new Sealed(row.getLong("number"), row.getBytes("hash"), row.getString("body")))
                .list();
    }

    /// The body of every entry that is in no tree of `size` leaves, in the order of ids. Streams inside a
    /// transaction.
    void open(long size, Consumer<String> body) {
        streaming.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                            select e.body from audit.entry e
                             where not exists (select from audit.leaf l where l.entry = e.id and l.number < ?)
                             order by e.id
                            """);
                    statement.setLong(1, size);
                    statement.setFetchSize(FETCH);
                    return statement;
                },
                row -> {
                    body.accept(row.getString("body"));
                });
    }
}
