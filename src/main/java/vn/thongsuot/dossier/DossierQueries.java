package vn.thongsuot.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedureParts.Handling;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// Reads dossiers.
@Component
class DossierQueries {

    private static final String COLUMNS = """
            select id, version, code, procedure_code, procedure_version, agency, status, channel, applicant_name,
                   applicant_number, applicant_phone, applicant_address, received_at, counted_at, calendar, calendar_version,
                   limit_amount, limit_unit, limit_cut_off, due_at, handler, result_at, supplement_asked_at,
                   supplement_done_at, ended_at
              from dossier.dossier
            """;

    private final JdbcClient jdbc;

    DossierQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DossierView> find(DossierId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(DossierQueries::row)
                .optional();
    }

    /// Open dossiers of `agency` in `statuses`, what is due first first.
    List<DossierView> open(
            AgencyId agency, Collection<DossierStatus> statuses, String query, @Nullable Cursor after, int limit) {
        return jdbc.sql(COLUMNS + """
                         where agency = :agency and ended_at is null and status = any(:statuses)
                           and (:query = '' or code ilike :code or applicant_folded like :folded)
                           and (cast(:due as timestamptz) is null or (due_at, id) > (:due, :last))
                         order by due_at, id limit :limit
                        """)
                .param("agency", agency.value())
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .param("query", query)
                .param("code", Folded.literally(query))
                .param("folded", Folded.within(query))
                .param("due", after == null ? null : Timestamp.from(after.instant(0)))
                .param("last", after == null ? new UUID(0, 0) : after.id(1))
                .param("limit", limit)
                .query(DossierQueries::row)
                .list();
    }

    /// Dossiers of `agency` that ended, the latest first.
    List<DossierView> ended(AgencyId agency, String query, @Nullable Cursor after, int limit) {
        return jdbc.sql(COLUMNS + """
                         where agency = :agency and ended_at is not null
                           and (:query = '' or code ilike :code or applicant_folded like :folded)
                           and (cast(:ended as timestamptz) is null or (ended_at, id) < (:ended, :last))
                         order by ended_at desc, id desc limit :limit
                        """)
                .param("agency", agency.value())
                .param("query", query)
                .param("code", Folded.literally(query))
                .param("folded", Folded.within(query))
                .param("ended", after == null ? null : Timestamp.from(after.instant(0)))
                .param("last", after == null ? new UUID(0, 0) : after.id(1))
                .param("limit", limit)
                .query(DossierQueries::row)
                .list();
    }

    /// How many open dossiers `agency` has in each status.
    Map<DossierStatus, Long> counts(AgencyId agency) {
        Map<DossierStatus, Long> counts = new EnumMap<>(DossierStatus.class);
        jdbc.sql("""
                        select status, count(*) as n from dossier.dossier
                         where agency = :agency and ended_at is null group by status
                        """).param("agency", agency.value()).query(row -> {
            counts.put(DossierStatus.valueOf(row.getString("status")), row.getLong("n"));
        });
        return counts;
    }

    /// How many dossiers `agency` has whose work goes on past the deadline at `now`.
    long late(AgencyId agency, Instant now) {
        return jdbc.sql("""
                        select count(*) from dossier.dossier
                         where agency = :agency and ended_at is null and due_at < :now and result_at is null
                           and status <> 'AWAITING_SUPPLEMENT'
                        """)
                .param("agency", agency.value())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    List<DossierView.Component> components(DossierId id) {
        Map<String, List<DossierView.File>> files = new LinkedHashMap<>();
        jdbc.sql("""
                        select id, component, name, hash, kind, added_at from dossier.file
                         where dossier = :dossier and kind = 'SCAN' order by added_at, id
                        """).param("dossier", id.value()).query(row -> {
            files.computeIfAbsent(row.getString("component"), _ -> new ArrayList<>())
                    .add(file(row));
        });
        return jdbc.sql("""
                        select component, name, handling, asked from dossier.component where dossier = :dossier order by position
                        """)
                .param("dossier", id.value())
                .query((row, _) -> new DossierView.Component(
                        row.getString("component"),
                        row.getString("name"),
                        Handling.valueOf(row.getString("handling")),
                        row.getBoolean("asked"),
                        List.copyOf(files.getOrDefault(row.getString("component"), List.of()))))
                .list();
    }

    /// The draft or signed result, the signed one first.
    List<DossierView.File> results(DossierId id) {
        return jdbc.sql("""
                        select id, name, hash, kind, added_at from dossier.file
                         where dossier = :dossier and kind in ('DRAFT', 'RESULT') order by kind desc, added_at desc
                        """)
                .param("dossier", id.value())
                .query((row, _) -> file(row))
                .list();
    }

    /// What the office gave the applicant, in order.
    List<DossierView.File> forms(DossierId id) {
        return jdbc.sql("""
                        select id, name, hash, kind, added_at from dossier.file
                         where dossier = :dossier and kind = 'FORM' order by added_at, id
                        """)
                .param("dossier", id.value())
                .query((row, _) -> file(row))
                .list();
    }

    Optional<DossierView.File> file(DossierId dossier, UUID file) {
        return jdbc.sql(
                        "select id, name, hash, kind, added_at from dossier.file where dossier = :dossier and id = :file")
                .param("dossier", dossier.value())
                .param("file", file)
                .query((row, _) -> file(row))
                .optional();
    }

    List<DossierView.Act> acts(DossierId id) {
        return jdbc.sql(
                        "select event, officer, post, at, reason from dossier.act where dossier = :dossier order by version")
                .param("dossier", id.value())
                .query((row, _) -> {
                    UUID officer = row.getObject("officer", UUID.class);
                    UUID post = row.getObject("post", UUID.class);
                    return new DossierView.Act(
                            row.getString("event"),
                            officer == null ? null : new OfficerId(officer),
                            post == null ? null : new PostId(post),
                            row.getTimestamp("at").toInstant(),
                            row.getString("reason"));
                })
                .list();
    }

    private static DossierView.File file(ResultSet row) throws SQLException {
        return new DossierView.File(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new FileHash(row.getString("hash")),
                DossierView.FileKind.valueOf(row.getString("kind")),
                row.getTimestamp("added_at").toInstant());
    }

    private static DossierView row(ResultSet row, int index) throws SQLException {
        UUID handler = row.getObject("handler", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        Time cutOff = row.getTime("limit_cut_off");
        return new DossierView(
                new DossierId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("code"),
                new ProcedureCode(row.getString("procedure_code")),
                row.getLong("procedure_version"),
                new AgencyId(row.getObject("agency", UUID.class)),
                DossierStatus.valueOf(row.getString("status")),
                Channel.valueOf(row.getString("channel")),
                new Applicant(
                        row.getString("applicant_name"),
                        row.getString("applicant_number"),
                        row.getString("applicant_phone"),
                        row.getString("applicant_address")),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("counted_at").toInstant(),
                new CalendarId(row.getString("calendar")),
                row.getLong("calendar_version"),
                new TimeLimit(
                        row.getInt("limit_amount"),
                        TimeLimit.Unit.valueOf(row.getString("limit_unit")),
                        TimeLimit.FirstDay.NOT_COUNTED,
                        cutOff == null ? null : cutOff.toLocalTime()),
                row.getTimestamp("due_at").toInstant(),
                handler == null ? null : new OfficerId(handler),
                FactQueries.instant(row, "result_at"),
                FactQueries.supplement(row),
                ended == null ? null : ended.toInstant());
    }

    /// What others count of dossiers.
    FactQueries facts() {
        return new FactQueries(jdbc);
    }
}
