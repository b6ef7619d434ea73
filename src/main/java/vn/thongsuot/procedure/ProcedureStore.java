package vn.thongsuot.procedure;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the catalogue.
@Component
class ProcedureStore {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ProcedureQueries queries;

    ProcedureStore(JdbcClient jdbc, JdbcTemplate batches, ProcedureQueries queries) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.queries = queries;
    }

    /// Whether the edition is new.
    boolean open(ShippedEdition edition, Instant at) {
        return jdbc.sql("""
                        insert into procedure.edition (id, source, read_on, digest, procedures, loaded_at)
                        values (:id, :source, :readOn, :digest, :procedures, :at)
                        on conflict (id) do nothing
                        """)
                        .param("id", ShippedEdition.ID)
                        .param("source", ShippedEdition.SOURCE)
                        .param("readOn", Date.valueOf(ShippedEdition.READ_ON))
                        .param("digest", edition.digest())
                        .param("procedures", edition.rows().size())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /// Every procedure of the edition as the next version of its code.
    void add(ShippedEdition edition) {
        batches.batchUpdate("""
                insert into procedure.version (code, version, edition, name, field, ministry, kind, levels, applicants,
                       channels, limits, fees, results, agency, decision, url)
                values (?, (select coalesce(max(version), 0) + 1 from procedure.version where code = ?),
                       ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, edition.rows(), BATCH, ProcedureStore::set);
    }

    private static void set(PreparedStatement statement, ShippedEdition.Row row) throws SQLException {
        int at = 0;
        for (String text : List.of(
                row.code(), row.code(), ShippedEdition.ID, row.name(), row.field(), row.ministry(), row.kind())) {
            statement.setString(++at, text);
        }
        for (List<String> texts :
                List.of(row.levels(), row.applicants(), row.channels(), row.limits(), row.fees(), row.results())) {
            statement.setArray(++at, statement.getConnection().createArrayOf("text", texts.toArray()));
        }
        for (String text : List.of(row.agency(), row.decision(), row.url())) {
            statement.setString(++at, text);
        }
    }

    Optional<Long> lockNewest(ProcedureCode code) {
        return queries.lockNewest(code);
    }

    /// How many versions of `code` have parts.
    long timesEntered(ProcedureCode code) {
        return jdbc.sql("select count(*) from procedure.terms where code = :code")
                .param("code", code.value())
                .query(Long.class)
                .single();
    }

    /// Whether the version had no parts yet.
    boolean enter(ProcedureCode code, long version, ProcedureParts parts) {
        ProcedureParts.Fee fee = parts.fee();
        boolean first = jdbc.sql("""
                        insert into procedure.terms (code, version, sets, limit_amount, limit_unit, limit_cut_off,
                               limit_source, limit_shown, fee, fee_unit, fee_source, fee_shown)
                        values (:code, :version, :sets, :amount, :unit, :cutOff, :limitSource, :limitShown, :fee, :feeUnit,
                               :feeSource, :feeShown)
                        on conflict (code, version) do nothing
                        """)
                        .param("code", code.value())
                        .param("version", version)
                        .param("sets", parts.sets())
                        .param("amount", parts.limit().amount())
                        .param("unit", parts.limit().unit().name())
                        .param("cutOff", parts.limit().cutOff())
                        .param("limitSource", parts.limitSource().text())
                        .param("limitShown", parts.limitSource().demonstration())
                        .param("fee", fee == null ? null : fee.amount().dong())
                        .param("feeUnit", fee == null ? null : fee.unit())
                        .param("feeSource", parts.feeSource().text())
                        .param("feeShown", parts.feeSource().demonstration())
                        .update()
                > 0;
        if (first) {
            for (int i = 0; i < parts.components().size(); i++) {
                add(code, version, i + 1, parts.components().get(i));
            }
            for (int i = 0; i < parts.steps().size(); i++) {
                add(code, version, i + 1, parts.steps().get(i));
            }
        }
        return first;
    }

    private void add(ProcedureCode code, long version, int position, ProcedureParts.Component component) {
        jdbc.sql("""
                        insert into procedure.component (code, version, position, component, name, handling, originals,
                               copies, condition, template, source, shown)
                        values (:code, :version, :position, :component, :name, :handling, :originals, :copies, :condition,
                               :template, :source, :shown)
                        """)
                .param("code", code.value())
                .param("version", version)
                .param("position", position)
                .param("component", component.code())
                .param("name", component.name())
                .param("handling", component.handling().name())
                .param("originals", component.originals())
                .param("copies", component.copies())
                .param("condition", component.condition())
                .param("template", component.template())
                .param("source", component.source().text())
                .param("shown", component.source().demonstration())
                .update();
    }

    private void add(ProcedureCode code, long version, int position, ProcedureParts.Step step) {
        jdbc.sql("""
                        insert into procedure.step (code, version, position, name, kind, performer, hours, source, shown)
                        values (:code, :version, :position, :name, :kind, :performer, :hours, :source, :shown)
                        """)
                .param("code", code.value())
                .param("version", version)
                .param("position", position)
                .param("name", step.name())
                .param("kind", step.kind().name())
                .param("performer", step.performer())
                .param("hours", step.hours())
                .param("source", step.source().text())
                .param("shown", step.source().demonstration())
                .update();
    }
}
