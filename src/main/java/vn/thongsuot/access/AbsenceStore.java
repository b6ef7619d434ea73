package vn.thongsuot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.OfficerId;

/// Absences in the database.
@Component
class AbsenceStore {

    private final JdbcClient jdbc;
    private final InstantSource realTime;

    AbsenceStore(JdbcClient jdbc, InstantSource realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    record Row(UUID id, OfficerId officer, @Nullable OfficerId replacement, LocalDate from, LocalDate to) {}

    /// Writes `row` unless the officer is already away on one of its days. One at a time for each officer.
    void insert(Row row) {
        OfficerId replacement = row.replacement();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('absence:' || :officer, 0))")
                .param("officer", row.officer().toString())
                .query((_, _) -> true)
                .list();
        int written = jdbc.sql("""
                        insert into access.absence (id, version, officer, valid_from, valid_to, replacement)
                        select :id, 1, :officer, cast(:from as date), cast(:to as date), cast(:replacement as uuid)
                         where not exists (
                            select from access.absence
                             where officer = :officer and ended_at is null and valid_from <= :to and valid_to >= :from)
                        """)
                .param("id", row.id())
                .param("officer", row.officer().value())
                .param("from", row.from())
                .param("to", row.to())
                .param("replacement", replacement == null ? null : replacement.value())
                .update();
        if (written == 0) {
            throw AccessProblem.ABSENCE_OVERLAPS.because();
        }
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from access.absence where id = :id")
                .param("id", id)
                .query(AbsenceStore::row)
                .optional();
    }

    /// Absences of `officers` that touch the days from `from` to `to`, the earliest first.
    List<Row> of(Collection<OfficerId> officers, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select * from access.absence
                         where officer = any(:officers) and ended_at is null
                           and valid_to >= :from and valid_from <= :to
                         order by valid_from, valid_to, id
                        """)
                .param("officers", officers.stream().map(OfficerId::value).toArray(UUID[]::new))
                .param("from", from)
                .param("to", to)
                .query(AbsenceStore::row)
                .list();
    }

    long end(UUID id, LocalDate today) {
        return jdbc.sql("""
                        update access.absence set ended_at = :now, version = version + 1
                         where id = :id and ended_at is null and valid_to >= :today
                        returning version
                        """)
                .param("id", id)
                .param("now", Timestamp.from(realTime.instant()))
                .param("today", today)
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(AccessProblem.ABSENCE_OVER::because);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        UUID replacement = row.getObject("replacement", UUID.class);
        return new Row(
                row.getObject("id", UUID.class),
                new OfficerId(row.getObject("officer", UUID.class)),
                replacement == null ? null : new OfficerId(replacement),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
