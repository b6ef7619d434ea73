package vn.thongsuot.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.shared.AgencyId;

/// Reads what others count: one row a dossier, whatever lies in it.
final class FactQueries {

    private static final String FACTS = """
            select id, version, code, procedure_code, agency, channel, status, received_at, due_at, ended_at, result_at,
                   supplement_asked_at, supplement_done_at, digitised
              from dossier.dossier
            """;

    private final JdbcClient jdbc;

    FactQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What others count of one dossier.
    Optional<DossierFacts> find(DossierId id) {
        return jdbc.sql(FACTS + " where id = :id")
                .param("id", id.value())
                .query(FactQueries::facts)
                .optional();
    }

    /// By id, which is by time of reception.
    List<DossierFacts> after(@Nullable DossierId cursor, int limit) {
        return jdbc.sql(FACTS + " where id > :cursor order by id limit :limit")
                .param("cursor", cursor == null ? new UUID(0, 0) : cursor.value())
                .param("limit", limit)
                .query(FactQueries::facts)
                .list();
    }

    private static DossierFacts facts(ResultSet row, int index) throws SQLException {
        Instant received = row.getTimestamp("received_at").toInstant();
        Instant signed = instant(row, "result_at");
        Instant ended = instant(row, "ended_at");
        DossierView.Supplement supplement = supplement(row);
        return new DossierFacts(
                new DossierId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("code"),
                new ProcedureCode(row.getString("procedure_code")),
                new AgencyId(row.getObject("agency", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                received,
                received,
                row.getTimestamp("due_at").toInstant(),
                DossierView.done(signed, supplement, ended),
                ended == null ? null : DossierFacts.EndKind.valueOf(row.getString("status")),
                supplement,
                row.getInt("digitised"),
                signed != null,
                null,
                null,
                null,
                null);
    }

    static DossierView.@Nullable Supplement supplement(ResultSet row) throws SQLException {
        Instant asked = instant(row, "supplement_asked_at");
        return asked == null ? null : new DossierView.Supplement(asked, instant(row, "supplement_done_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
