package vn.thongsuot.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.ReorganisationContent.Seat;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// What plans of reorganisation say, and what applied ones did to people.
@Component
class ReorganisationContentStore {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReorganisationContentStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    ReorganisationContent content(ReorganisationId plan) {
        return new ReorganisationContent(steps(plan), rules(plan), byHand(plan));
    }

    private List<ReorganisationStep> steps(ReorganisationId plan) {
        return jdbc.sql("select * from organization.reorganisation_step where plan = :plan order by position")
                .param("plan", plan.value())
                .query((row, _) -> step(row))
                .list();
    }

    private static ReorganisationStep step(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        AgencyId agency = new AgencyId(row.getObject("agency", UUID.class));
        UUID named = row.getObject("other", UUID.class);
        AgencyId other = named == null ? null : new AgencyId(named);
        return switch (ReorganisationStep.Kind.valueOf(row.getString("kind"))) {
            case FOUND ->
                new ReorganisationStep.Found(
                        id,
                        agency,
                        row.getString("name"),
                        row.getString("name_en"),
                        AgencyLevel.valueOf(row.getString("level")),
                        row.getString("word"),
                        other,
                        row.getString("identifier"),
                        row.getString("unit_code"));
            case MERGE ->
                new ReorganisationStep.Merge(id, agency, other, row.getBoolean("confirmed"), row.getString("note"));
            case SPLIT ->
                new ReorganisationStep.Split(id, agency, other, row.getBoolean("confirmed"), row.getString("note"));
            case DISSOLVE -> new ReorganisationStep.Dissolve(id, agency, row.getString("note"));
            case RENAME -> new ReorganisationStep.Rename(id, agency, row.getString("name"), row.getString("name_en"));
            case MOVE -> new ReorganisationStep.Move(id, agency, other);
        };
    }

    private List<ReorganisationContent.Rule> rules(ReorganisationId plan) {
        return jdbc.sql("select agency, other, unit from organization.reorganisation_rule where plan = :plan")
                .param("plan", plan.value())
                .query((row, _) -> new ReorganisationContent.Rule(
                        new AgencyId(row.getObject("agency", UUID.class)),
                        new AgencyId(row.getObject("other", UUID.class)),
                        row.getString("unit")))
                .list();
    }

    private List<ReorganisationContent.ByHand> byHand(ReorganisationId plan) {
        return jdbc.sql("select * from organization.reorganisation_by_hand where plan = :plan")
                .param("plan", plan.value())
                .query((row, _) -> new ReorganisationContent.ByHand(
                        row.getObject("holding", UUID.class),
                        new Seat(
                                new AgencyId(row.getObject("agency", UUID.class)),
                                row.getString("unit"),
                                PostKind.valueOf(row.getString("kind")),
                                row.getString("title"))))
                .list();
    }

    /// Adds steps; those whose ids are known are written anew and keep their place.
    void put(ReorganisationId plan, List<ReorganisationStep> steps) {
        batches.batchUpdate("""
                insert into organization.reorganisation_step
                    (id, plan, kind, agency, other, name, name_en, level, word, identifier, unit_code, confirmed, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update
                   set agency = excluded.agency, other = excluded.other, name = excluded.name,
                       name_en = excluded.name_en, level = excluded.level, word = excluded.word,
                       identifier = excluded.identifier, unit_code = excluded.unit_code,
                       confirmed = excluded.confirmed, note = excluded.note
                """, steps.stream().map(step -> row(plan, step)).toList());
    }

    private static Object[] row(ReorganisationId plan, ReorganisationStep step) {
        ReorganisationStep.Found found = step instanceof ReorganisationStep.Found one ? one : null;
        AgencyId other = step.to();
        boolean confirmed = switch (step) {
            case ReorganisationStep.Merge merge -> merge.confirmed();
            case ReorganisationStep.Split split -> split.confirmed();
            case ReorganisationStep.Found _,
                    ReorganisationStep.Dissolve _,
                    ReorganisationStep.Rename _,
                    ReorganisationStep.Move _ -> true;
        };
        String nameEn = found != null
                ? found.nameEn()
                : step instanceof ReorganisationStep.Rename rename ? rename.nameEn() : null;
        return values(
                step.id(),
                plan.value(),
                step.kind().name(),
                step.agency().value(),
                other == null ? null : other.value(),
                step.newName(),
                nameEn,
                found == null ? null : found.level().name(),
                found == null ? null : found.word(),
                found == null ? null : found.identifier(),
                found == null ? null : found.unitCode(),
                confirmed,
                ReorganisationForecast.note(step));
    }

    boolean remove(ReorganisationId plan, UUID step) {
        return jdbc.sql("delete from organization.reorganisation_step where plan = :plan and id = :step")
                        .param("plan", plan.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    void place(
            ReorganisationId plan, List<ReorganisationContent.Rule> rules, List<ReorganisationContent.ByHand> byHand) {
        batches.batchUpdate(
                """
                insert into organization.reorganisation_rule (plan, agency, other, unit) values (?, ?, ?, ?)
                on conflict (plan, agency) do update set other = excluded.other, unit = excluded.unit
                """,
                rules.stream()
                        .map(rule -> values(
                                plan.value(), rule.from().value(), rule.to().value(), rule.unit()))
                        .toList());
        batches.batchUpdate(
                """
                insert into organization.reorganisation_by_hand (plan, holding, agency, unit, kind, title)
                values (?, ?, ?, ?, ?, ?)
                on conflict (plan, holding) do update
                   set agency = excluded.agency, unit = excluded.unit, kind = excluded.kind, title = excluded.title
                """,
                byHand.stream()
                        .map(hand -> values(
                                plan.value(),
                                hand.holding(),
                                hand.seat().agency().value(),
                                hand.seat().unit(),
                                hand.seat().kind().name(),
                                hand.seat().title()))
                        .toList());
    }

    /// What an applied plan did to somebody.
    record Move(OfficerId officer, PostId from, PostId to, boolean otherKind, boolean byHand) {}

    void moved(ReorganisationId plan, List<Move> moves) {
        List<Object[]> rows = new java.util.ArrayList<>();
        for (Move move : moves) {
            rows.add(values(
                    plan.value(),
                    rows.size() + 1,
                    move.officer().value(),
                    move.from().value(),
                    move.to().value(),
                    move.otherKind(),
                    move.byHand()));
        }
        for (int start = 0; start < rows.size(); start += BATCH) {
            batches.batchUpdate("""
                    insert into organization.reorganisation_move
                        (plan, position, officer, from_post, to_post, other_kind, by_hand)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """, rows.subList(start, Math.min(rows.size(), start + BATCH)));
        }
    }

    /// The moves of an applied plan after the one at `position`; `otherKind`: only of those who became something
    /// else.
    List<Moved> moves(ReorganisationId plan, boolean otherKind, int position, int limit) {
        return jdbc.sql(otherKind ? MOVES_OF_OTHER_KIND : MOVES)
                .param("plan", plan.value())
                .param("position", position)
                .param("limit", limit)
                .query((row, _) -> new Moved(
                        row.getInt("position"),
                        new Move(
                                new OfficerId(row.getObject("officer", UUID.class)),
                                new PostId(row.getObject("from_post", UUID.class)),
                                new PostId(row.getObject("to_post", UUID.class)),
                                row.getBoolean("other_kind"),
                                row.getBoolean("by_hand"))))
                .list();
    }

    record Moved(int position, Move move) {}

    private static final String MOVES = """
            select position, officer, from_post, to_post, other_kind, by_hand from organization.reorganisation_move
             where plan = :plan and position > :position order by position limit :limit
            """;
    private static final String MOVES_OF_OTHER_KIND = """
            select position, officer, from_post, to_post, other_kind, by_hand from organization.reorganisation_move
             where plan = :plan and position > :position and other_kind order by position limit :limit
            """;

    @SuppressWarnings("NullAway") // JDBC takes null for a missing value, its signature does not say so
    static Object[] values(@Nullable Object... values) {
        return values;
    }
}
