package vn.thongsuot.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.procedure.ProcedureParts.Fee;
import vn.thongsuot.procedure.ProcedureParts.Handling;
import vn.thongsuot.procedure.ProcedureParts.Source;
import vn.thongsuot.procedure.ProcedureParts.StepKind;
import vn.thongsuot.procedure.ProcedureVersion.Edition;
import vn.thongsuot.procedure.ProcedureVersion.Offer;
import vn.thongsuot.procedure.ProcedureVersion.Result;
import vn.thongsuot.shared.Money;

/// Reads the whole catalogue at once: some two thousand procedures that change a few times a year.
@Component
class ProcedureQueries {

    private static final Pattern RESULT = Pattern.compile("(KQ\\.\\S+)\\s+(.+)");

    private final JdbcClient jdbc;

    ProcedureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(ProcedureCode code, long version) {

        static Key of(ResultSet row) throws SQLException {
            return new Key(new ProcedureCode(row.getString("code")), row.getLong("version"));
        }
    }

    /// Every procedure in its newest version, by code.
    List<ProcedureVersion> newest() {
        Map<Key, ProcedureParts> parts = parts();
        Map<String, Edition> editions = new HashMap<>();
        editions().forEach(edition -> editions.put(edition.id(), edition));
        return jdbc.sql("""
                        select distinct on (code) code, version, edition, name, field, ministry, kind, levels, applicants,
                               channels, limits, fees, results, agency, decision, url
                        from procedure.version
                        order by code, version desc
                        """)
                .query((row, _) -> version(
                        row, editions.getOrDefault(row.getString("edition"), NO_EDITION), parts.get(Key.of(row))))
                .list();
    }

    private static final Edition NO_EDITION = new Edition("", "", java.time.LocalDate.EPOCH);

    List<Edition> editions() {
        return jdbc.sql("select id, source, read_on from procedure.edition order by read_on desc, id")
                .query((row, _) -> new Edition(
                        row.getString("id"),
                        row.getString("source"),
                        row.getDate("read_on").toLocalDate()))
                .list();
    }

    /// The newest version of `code`, kept from being changed until the transaction ends.
    Optional<Long> lockNewest(ProcedureCode code) {
        return jdbc.sql("""
                        select version from procedure.version where code = :code order by version desc limit 1 for update
                        """).param("code", code.value()).query(Long.class).optional();
    }

    private static ProcedureVersion version(ResultSet row, Edition edition, @Nullable ProcedureParts parts)
            throws SQLException {
        return new ProcedureVersion(
                new ProcedureCode(row.getString("code")),
                row.getLong("version"),
                row.getString("name"),
                row.getString("field"),
                row.getString("ministry"),
                row.getString("kind"),
                levels(texts(row, "levels")),
                texts(row, "applicants"),
                offers(texts(row, "channels"), texts(row, "limits"), texts(row, "fees")),
                texts(row, "results").stream().map(ProcedureQueries::result).toList(),
                row.getString("agency"),
                row.getString("decision"),
                row.getString("url"),
                edition,
                parts);
    }

    private static Set<HandlingLevel> levels(List<String> names) {
        Set<HandlingLevel> levels = EnumSet.noneOf(HandlingLevel.class);
        names.forEach(name -> levels.add(HandlingLevel.valueOf(name)));
        return levels;
    }

    private static Map<Channel, Offer> offers(List<String> channels, List<String> limits, List<String> fees) {
        Map<Channel, Offer> offers = new EnumMap<>(Channel.class);
        for (int i = 0; i < channels.size(); i++) {
            offers.put(
                    Channel.valueOf(channels.get(i)),
                    new Offer(new StatedLimit(limits.get(i)), new StatedFee(fees.get(i))));
        }
        return offers;
    }

    private static Result result(String text) {
        Matcher coded = RESULT.matcher(text);
        return coded.matches() ? new Result(coded.group(1), coded.group(2)) : new Result(null, text);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private Map<Key, ProcedureParts> parts() {
        Map<Key, List<ProcedureParts.Component>> components = new HashMap<>();
        jdbc.sql("""
                        select code, version, component, name, handling, originals, copies, condition, template, source, shown
                        from procedure.component
                        order by code, version, position
                        """).query(row -> {
            components.computeIfAbsent(Key.of(row), _ -> new ArrayList<>()).add(component(row));
        });
        Map<Key, List<ProcedureParts.Step>> steps = new HashMap<>();
        jdbc.sql("""
                        select code, version, name, kind, performer, hours, source, shown
                        from procedure.step
                        order by code, version, position
                        """).query(row -> {
            steps.computeIfAbsent(Key.of(row), _ -> new ArrayList<>()).add(step(row));
        });
        Map<Key, ProcedureParts> parts = new HashMap<>();
        jdbc.sql("""
                        select code, version, sets, limit_amount, limit_unit, limit_cut_off, limit_source, limit_shown,
                               fee, fee_unit, fee_source, fee_shown
                        from procedure.terms
                        """).query(row -> {
            Key key = Key.of(row);
            parts.put(key, terms(row, components.getOrDefault(key, List.of()), steps.getOrDefault(key, List.of())));
        });
        return parts;
    }

    private static ProcedureParts terms(
            ResultSet row, List<ProcedureParts.Component> components, List<ProcedureParts.Step> steps)
            throws SQLException {
        Time cutOff = row.getTime("limit_cut_off");
        long fee = row.getLong("fee");
        String unit = row.getString("fee_unit");
        return new ProcedureParts(
                row.getInt("sets"),
                new TimeLimit(
                        row.getInt("limit_amount"),
                        TimeLimit.Unit.valueOf(row.getString("limit_unit")),
                        TimeLimit.FirstDay.NOT_COUNTED,
                        cutOff == null ? null : cutOff.toLocalTime()),
                new Source(row.getString("limit_source"), row.getBoolean("limit_shown")),
                unit == null ? null : new Fee(new Money(fee), unit),
                new Source(row.getString("fee_source"), row.getBoolean("fee_shown")),
                components,
                steps);
    }

    private static ProcedureParts.Component component(ResultSet row) throws SQLException {
        return new ProcedureParts.Component(
                row.getString("component"),
                row.getString("name"),
                Handling.valueOf(row.getString("handling")),
                row.getInt("originals"),
                row.getInt("copies"),
                row.getString("condition"),
                row.getString("template"),
                new Source(row.getString("source"), row.getBoolean("shown")));
    }

    private static ProcedureParts.Step step(ResultSet row) throws SQLException {
        return new ProcedureParts.Step(
                row.getString("name"),
                StepKind.valueOf(row.getString("kind")),
                row.getString("performer"),
                row.getInt("hours"),
                new Source(row.getString("source"), row.getBoolean("shown")));
    }
}
