package vn.thongsuot.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// Reads: the whole organization for the snapshot, and the one question that is never answered from a snapshot.
@Component
class OrganizationQueries {

    private static final Logger LOG = LoggerFactory.getLogger(OrganizationQueries.class);

    private final JdbcClient jdbc;

    OrganizationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The whole organization at one moment: read again when something was changed while it was read.
    Snapshot snapshot() {
        long before = version();
        while (true) {
            List<AgencyView> agencies = agencies();
            Snapshot.Lives lives = new Snapshot.Lives(agencies, pasts(agencies), successions());
            Snapshot snapshot = new Snapshot(before, lives, units(), posts(), officers(), holdings());
            long after = version();
            if (after == before) {
                return snapshot;
            }
            before = after;
        }
    }

    /// Grows with every change of an agency or an officer.
    long version() {
        return jdbc.sql("""
                        select (select coalesce(sum(version), 0) from organization.agency)
                             + (select coalesce(sum(version), 0) from organization.officer)
                        """).query(Long.class).single();
    }

    /// Whether `officer` holds `post` on `day`, as the database says at this moment.
    boolean holds(OfficerId officer, PostId post, LocalDate day) {
        return jdbc.sql("""
                        select exists (
                            select from organization.holding
                             where officer = :officer and post = :post
                               and valid_from <= :day and (valid_to is null or valid_to >= :day))
                        """)
                .param("officer", officer.value())
                .param("post", post.value())
                .param("day", day)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private List<AgencyView> agencies() {
        Map<UUID, List<CodeRow>> codes = readable(
                        "agency",
                        "select agency, scheme, code, valid_from, valid_to from organization.agency_code order by scheme, valid_from",
                        row -> new CodeRow(
                                uuid(row, "agency"),
                                new AgencyCode(
                                        AgencyCode.Scheme.valueOf(row.getString("scheme")),
                                        row.getString("code"),
                                        period(row))))
                .stream()
                .collect(Collectors.groupingBy(CodeRow::agency));
        return readable(
                "id",
                """
                        select id, version, name, name_en, level, kind, parent, calendar, demonstration, valid_from, valid_to
                          from organization.agency
                         order by level, name
                        """,
                row -> new AgencyView(
                        new AgencyId(uuid(row, "id")),
                        row.getLong("version"),
                        row.getString("name"),
                        row.getString("name_en"),
                        AgencyLevel.valueOf(row.getString("level")),
                        row.getString("kind"),
                        parent(row),
                        row.getString("calendar"),
                        row.getBoolean("demonstration"),
                        period(row),
                        codes.getOrDefault(uuid(row, "id"), List.of()).stream()
                                .map(CodeRow::code)
                                .toList()));
    }

    private Map<AgencyId, List<AgencyState>> pasts(List<AgencyView> agencies) {
        Map<AgencyId, AgencyView> now = agencies.stream().collect(Collectors.toMap(AgencyView::id, agency -> agency));
        Map<AgencyId, List<AgencyState>> pasts = new HashMap<>();
        jdbc
                .sql("select agency, name, name_en, parent, valid_from, valid_to from organization.agency_past")
                .query((row, _) -> {
                    AgencyView agency = now.get(new AgencyId(uuid(row, "agency")));
                    return agency == null
                            ? null
                            : new AgencyState(
                                    agency.called(row.getString("name"), row.getString("name_en"), parent(row)),
                                    period(row));
                })
                .list()
                .stream()
                .filter(Objects::nonNull)
                .forEach(past -> pasts.computeIfAbsent(past.view().id(), _ -> new ArrayList<>())
                        .add(past));
        return pasts;
    }

    private List<Succession> successions() {
        return jdbc.sql("""
                        select predecessor, successor, on_date, confirmed, note from organization.succession
                         order by on_date, successor
                        """)
                .query((row, _) -> {
                    UUID successor = row.getObject("successor", UUID.class);
                    return new Succession(
                            new AgencyId(uuid(row, "predecessor")),
                            successor == null ? null : new AgencyId(successor),
                            row.getObject("on_date", LocalDate.class),
                            row.getBoolean("confirmed"),
                            row.getString("note"));
                })
                .list();
    }

    private List<UnitView> units() {
        return readable(
                "id",
                "select id, agency, name, position, valid_from, valid_to from organization.unit order by position",
                row -> new UnitView(
                        uuid(row, "id"),
                        new AgencyId(uuid(row, "agency")),
                        row.getString("name"),
                        row.getInt("position"),
                        period(row)));
    }

    private List<PostView> posts() {
        return readable(
                "id",
                "select id, agency, unit, kind, title, valid_from, valid_to from organization.post",
                row -> new PostView(
                        new PostId(uuid(row, "id")),
                        new AgencyId(uuid(row, "agency")),
                        row.getObject("unit", UUID.class),
                        PostKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        period(row)));
    }

    private List<OfficerView> officers() {
        return jdbc.sql("select id, version, full_name, demonstration from organization.officer order by full_name, id")
                .query((row, _) -> new OfficerView(
                        new OfficerId(uuid(row, "id")),
                        row.getLong("version"),
                        row.getString("full_name"),
                        row.getBoolean("demonstration")))
                .list();
    }

    private List<HoldingView> holdings() {
        return readable(
                "id",
                "select id, officer, post, main, valid_from, valid_to from organization.holding",
                row -> new HoldingView(
                        uuid(row, "id"),
                        new OfficerId(uuid(row, "officer")),
                        new PostId(uuid(row, "post")),
                        row.getBoolean("main"),
                        period(row)));
    }

    /// Every row that can be read: one that cannot is left out, because without the others nobody could work.
    private <T> List<T> readable(String key, String sql, Reading<T> reading) {
        return jdbc
                .sql(sql)
                .query((row, _) -> {
                    try {
                        return Optional.of(reading.of(row));
                    } catch (RuntimeException unreadable) {
                        LOG.error(
                                "A row of the organization is left out, {} {}: mend it in the database",
                                key,
                                row.getString(key),
                                unreadable);
                        return Optional.<T>empty();
                    }
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record CodeRow(UUID agency, AgencyCode code) {}

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable AgencyId parent(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent", UUID.class);
        return parent == null ? null : new AgencyId(parent);
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }
}
