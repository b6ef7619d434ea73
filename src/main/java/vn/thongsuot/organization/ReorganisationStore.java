package vn.thongsuot.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;

/// Plans of reorganisation in the database, one at a time: the plan itself and its status. What it says is in
/// {@link ReorganisationContentStore}.
@Component
class ReorganisationStore {

    private final JdbcClient jdbc;

    ReorganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The plan, locked until the end of the transaction.
    Reorganisation load(ReorganisationId id) {
        return jdbc.sql("""
                        select version, status, title, decision, on_date, agency from organization.reorganisation
                         where id = :id for update
                        """)
                .param("id", id.value())
                .query((row, _) -> new Reorganisation(
                        id,
                        row.getLong("version"),
                        ReorganisationStatus.valueOf(row.getString("status")),
                        row.getString("title"),
                        row.getString("decision"),
                        row.getObject("on_date", LocalDate.class),
                        new AgencyId(row.getObject("agency", UUID.class))))
                .optional()
                .orElseThrow(OrganizationProblem.PLAN_ABSENT::because);
    }

    void insert(ReorganisationEvent.Drafted drafted) {
        jdbc.sql("""
                        insert into organization.reorganisation (id, version, status, title, on_date, agency, drafted_at)
                        values (:id, 1, 'DRAFT', :title, :on, :agency, :at)
                        """)
                .param("id", drafted.plan().value())
                .param("title", drafted.title())
                .param("on", drafted.on())
                .param("agency", drafted.agency().value())
                .param("at", Timestamp.from(drafted.at()))
                .update();
    }

    /// Takes the plan where `event` leads it.
    void advance(Reorganisation before, ReorganisationEvent event) {
        jdbc.sql("""
                        update organization.reorganisation set version = :version, status = :status, refused = :refused
                         where id = :id
                        """)
                .param("version", event.version())
                .param(
                        "status",
                        before.status().after(event.getClass()).orElseThrow().name())
                .param("refused", event instanceof ReorganisationEvent.Refused refused ? refused.obstacles() : null)
                .param("id", before.id().value())
                .update();
    }

    void describe(ReorganisationEvent.Described described) {
        jdbc.sql("""
                        update organization.reorganisation set title = :title, decision = :decision, on_date = :on
                         where id = :id
                        """)
                .param("title", described.title())
                .param("decision", described.decision())
                .param("on", described.on())
                .param("id", described.plan().value())
                .update();
    }

    void done(ReorganisationEvent.Applied applied) {
        ReorganisationImpact.Counts counts = applied.counts();
        jdbc.sql("""
                        update organization.reorganisation
                           set applied_at = :at, ended = :ended, founded = :founded, renamed = :renamed, moved = :moved,
                               posts = :posts, officers = :officers, other_kind = :otherKind
                         where id = :id
                        """)
                .param("at", Timestamp.from(applied.at()))
                .param("ended", counts.ended())
                .param("founded", counts.founded())
                .param("renamed", counts.renamed())
                .param("moved", counts.moved())
                .param("posts", counts.posts())
                .param("officers", counts.officers())
                .param("otherKind", counts.otherKind())
                .param("id", applied.plan().value())
                .update();
    }

    Optional<ReorganisationView> view(ReorganisationId id) {
        return jdbc.sql("select * from organization.reorganisation where id = :id")
                .param("id", id.value())
                .query((row, _) -> view(row))
                .optional();
    }

    List<ReorganisationView> views(UUID[] ids) {
        return jdbc.sql("select * from organization.reorganisation where id = any(:ids)")
                .param("ids", ids)
                .query((row, _) -> view(row))
                .list();
    }

    /// Plans for the agencies `reached`, those of the latest day first, after the row (`day`, `last`).
    List<ReorganisationView> list(UUID[] reached, LocalDate day, UUID last, int limit) {
        return jdbc.sql("""
                        select * from organization.reorganisation
                         where (on_date, id) < (:day, :last) and agency = any(:reached)
                         order by on_date desc, id desc limit :limit
                        """)
                .param("day", day)
                .param("last", last)
                .param("reached", reached)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    int refused(UUID[] reached) {
        return jdbc.sql("""
                        select count(*) from organization.reorganisation
                         where status = 'DRAFT' and refused is not null and agency = any(:reached)
                        """).param("reached", reached).query(Integer.class).single();
    }

    /// The agencies that have plans.
    List<AgencyId> owners() {
        return jdbc.sql("select distinct agency from organization.reorganisation")
                .query((row, _) -> new AgencyId(row.getObject("agency", UUID.class)))
                .list();
    }

    /// Approved plans whose day has come, earliest first.
    List<ReorganisationId> due(LocalDate today) {
        return jdbc.sql("""
                        select id from organization.reorganisation
                         where status = 'APPROVED' and on_date <= :today order by on_date, id
                        """)
                .param("today", today)
                .query((row, _) -> new ReorganisationId(row.getObject("id", UUID.class)))
                .list();
    }

    private static ReorganisationView view(ResultSet row) throws SQLException {
        Timestamp applied = row.getTimestamp("applied_at");
        return new ReorganisationView(
                new ReorganisationId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                ReorganisationStatus.valueOf(row.getString("status")),
                row.getString("title"),
                row.getString("decision"),
                row.getObject("on_date", LocalDate.class),
                new AgencyId(row.getObject("agency", UUID.class)),
                row.getTimestamp("drafted_at").toInstant(),
                applied == null ? null : applied.toInstant(),
                row.getObject("refused", Integer.class),
                done(row, applied == null ? null : applied.toInstant()));
    }

    private static ReorganisationImpact.@Nullable Counts done(ResultSet row, @Nullable Instant applied)
            throws SQLException {
        return applied == null
                ? null
                : new ReorganisationImpact.Counts(
                        row.getInt("ended"),
                        row.getInt("founded"),
                        row.getInt("renamed"),
                        row.getInt("moved"),
                        row.getInt("posts"),
                        row.getInt("officers"),
                        row.getInt("other_kind"));
    }
}
