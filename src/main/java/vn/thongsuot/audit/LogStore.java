package vn.thongsuot.audit;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What sealing reads and writes beside the tree's hashes.
@Component
class LogStore {

    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param key of who signs this log; null before the first checkpoint
    record Head(long size, long checkpoint, @Nullable String key) {}

    /// @param hash the leaf's hash; null where the entry is gone
    /// @param sealed whether it has a leaf already and waits without reason
    /// @param reported whether its loss stands in the log
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Waiting(UUID entry, byte @Nullable [] hash, boolean sealed, boolean reported) {}

    /// The head, locked: one transaction at a time seals.
    Head lock() {
        return jdbc.sql("select size, checkpoint, key from audit.head for update")
                .query((row, _) -> new Head(row.getLong("size"), row.getLong("checkpoint"), row.getString("key")))
                .single();
    }

    /// What waits, in the order of ids, at most `limit`.
    List<Waiting> waiting(int limit) {
        return jdbc.sql("""
                        select w.entry, sha256('\\x00'::bytea || convert_to(e.body, 'UTF8')) as hash,
                               l.there is not null as sealed, e.id is null and r.there is not null as reported
                          from (select distinct entry from audit.waiting order by entry limit :limit) w
                          left join audit.entry e on e.id = w.entry
                          left join lateral (select true as there from audit.leaf l
                                              where l.entry = w.entry limit 1) l on true
                          left join lateral (select true as there from audit.entry r
                                              where e.id is null and r.thing_kind = 'audit-entry'
                                                and r.thing_id = w.entry::text and r.version = 1 limit 1) r on true
                         order by w.entry
                        """)
                .param("limit", limit)
                .query((row, _) -> new Waiting(
                        row.getObject("entry", UUID.class),
                        row.getBytes("hash"),
                        row.getBoolean("sealed"),
                        row.getBoolean("reported")))
                .list();
    }

    /// Gives `entries` the leaf numbers from `first` on.
    void number(long first, List<UUID> entries) {
        jdbc.sql("""
                        insert into audit.leaf (number, entry)
                        select :first + place - 1, entry
                          from unnest(:entries::uuid[]) with ordinality as sealed (entry, place)
                        """)
                .param("first", first)
                .param("entries", entries.toArray(UUID[]::new))
                .update();
    }

    void taken(List<UUID> entries) {
        // Joined, which hashes; `= any(…)` would compare every row with every entry once the plan is a general one.
        jdbc.sql("""
                        delete from audit.waiting w using unnest(:entries::uuid[]) as taken (entry)
                         where w.entry = taken.entry
                        """).param("entries", entries.toArray(UUID[]::new)).update();
    }

    void checkpoint(SignedNote.Statement said, String note, String key) {
        jdbc.sql("""
                        with signed as (
                            insert into audit.checkpoint (number, size, root, sealed_at, note)
                            values (:number, :size, :root, :sealed, :note)
                            returning number, size)
                        update audit.head h set size = s.size, checkpoint = s.number, key = :key from signed s
                        """)
                .param("number", said.number())
                .param("size", said.size())
                .param("root", said.root())
                .param("sealed", Timestamp.from(said.sealed()))
                .param("note", note)
                .param("key", key)
                .update();
    }

    Optional<String> note(long checkpoint) {
        return jdbc.sql("select note from audit.checkpoint where number = :number")
                .param("number", checkpoint)
                .query(String.class)
                .optional();
    }
}
