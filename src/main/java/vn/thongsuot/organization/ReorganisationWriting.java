package vn.thongsuot.organization;

import static vn.thongsuot.organization.ReorganisationContentStore.values;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;

/// Writes what a plan does, in bulk: some thousand rows in some dozen statements.
@Component
class ReorganisationWriting {

    private static final int BATCH = 500;

    private static final List<String> UPDATES_OF_THE_END = List.of(
            "update organization.agency set valid_to = ? where id = any(?) and (valid_to is null or valid_to > ?)",
            "update organization.agency_code set valid_to = ? where agency = any(?) and (valid_to is null or valid_to > ?)",
            "update organization.unit set valid_to = ? where agency = any(?) and (valid_to is null or valid_to > ?)",
            "update organization.post set valid_to = ? where agency = any(?) and (valid_to is null or valid_to > ?)");

    private final JdbcTemplate jdbc;
    private final AgencyStore agencies;

    ReorganisationWriting(JdbcTemplate jdbc, AgencyStore agencies) {
        this.jdbc = jdbc;
        this.agencies = agencies;
    }

    /// Nobody changes the organization from here to the end of the transaction.
    void holdStill() {
        jdbc.execute("""
                lock table organization.agency, organization.agency_code, organization.unit, organization.post,
                           organization.officer, organization.holding in share row exclusive mode
                """);
    }

    void write(Reorganisation plan, ReorganisationImpact impact, ReorganisationDeeds deeds, Snapshot before) {
        LocalDate on = plan.on();
        end(impact, on.minusDays(1));
        found(impact, on, before);
        impact.turns()
                .forEach(turn -> agencies.turn(
                        agencies.agency(turn.agency().id()), turn.name(), turn.nameEn(), turn.parent(), on));
        succeed(impact, on);
        open(deeds, on);
        seat(impact, deeds, on);
        count(deeds);
    }

    private void end(ReorganisationImpact impact, LocalDate last) {
        Object[] ended = impact.endings().stream()
                .map(ending -> ending.agency().id().value())
                .toArray();
        UPDATES_OF_THE_END.forEach(sql -> jdbc.update(sql, statement -> {
            statement.setObject(1, last);
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", ended));
            statement.setObject(3, last);
        }));
    }

    /// Parents are named once all are there: one may stand under another.
    private void found(ReorganisationImpact impact, LocalDate on, Snapshot before) {
        batch(
                "insert into organization.agency (id, version, name, name_en, level, kind, calendar, valid_from)"
                        + " values (?, 0, ?, ?, ?, ?, ?, ?)",
                impact.foundings().stream()
                        .map(found -> values(
                                found.agency().value(),
                                found.name(),
                                found.nameEn(),
                                found.level().name(),
                                found.word(),
                                calendar(found, impact, before),
                                Date.valueOf(on)))
                        .toList());
        batch(
                "update organization.agency set parent = ? where id = ?",
                impact.foundings().stream()
                        .filter(found -> found.parent() != null)
                        .map(found -> values(
                                Objects.requireNonNull(found.parent()).value(),
                                found.agency().value()))
                        .toList());
        List<Object[]> codes = new ArrayList<>();
        for (ReorganisationStep.Found found : impact.foundings()) {
            code(codes, found.agency(), AgencyCode.Scheme.IDENTIFIER, found.identifier(), on);
            code(codes, found.agency(), AgencyCode.Scheme.ADMINISTRATIVE_UNIT, found.unitCode(), on);
        }
        batch("insert into organization.agency_code (agency, scheme, code, valid_from) values (?, ?, ?, ?)", codes);
    }

    private static void code(
            List<Object[]> codes, AgencyId agency, AgencyCode.Scheme scheme, @Nullable String code, LocalDate on) {
        if (code != null) {
            codes.add(values(agency.value(), scheme.name(), code, Date.valueOf(on)));
        }
    }

    /// A new agency keeps the calendar of those whose work it goes on with.
    private static String calendar(ReorganisationStep.Found found, ReorganisationImpact impact, Snapshot before) {
        return impact.endings().stream()
                .filter(ending ->
                        ending.heirs().stream().anyMatch(heir -> heir.agency().equals(found.agency())))
                .map(ending -> ending.agency().calendar())
                .findFirst()
                .orElseGet(() -> {
                    AgencyId parent = found.parent();
                    AgencyView above = parent == null ? null : before.agencies.get(parent);
                    return above == null ? "province" : above.calendar();
                });
    }

    private void succeed(ReorganisationImpact impact, LocalDate on) {
        List<Object[]> rows = new ArrayList<>();
        for (ReorganisationImpact.Ending ending : impact.endings()) {
            UUID predecessor = ending.agency().id().value();
            ending.heirs()
                    .forEach(heir -> rows.add(values(
                            predecessor, heir.agency().value(), Date.valueOf(on), heir.confirmed(), heir.note())));
            if (ending.heirs().isEmpty()) {
                rows.add(values(predecessor, null, Date.valueOf(on), true, null));
            }
        }
        batch(
                "insert into organization.succession (predecessor, successor, on_date, confirmed, note)"
                        + " values (?, ?, ?, ?, ?)",
                rows);
    }

    private void open(ReorganisationDeeds deeds, LocalDate on) {
        batch(
                "insert into organization.unit (id, agency, name, position, valid_from) values (?, ?, ?, ?, ?)",
                deeds.units.stream()
                        .map(unit -> values(
                                unit.id(), unit.agency().value(), unit.name(), unit.position(), Date.valueOf(on)))
                        .toList());
        batch(
                "insert into organization.post (id, agency, unit, kind, title, valid_from) values (?, ?, ?, ?, ?, ?)",
                deeds.posts.stream()
                        .map(post -> values(
                                post.id().value(),
                                post.seat().agency().value(),
                                post.unit(),
                                post.seat().kind().name(),
                                post.seat().title(),
                                Date.valueOf(on)))
                        .toList());
    }

    private void seat(ReorganisationImpact impact, ReorganisationDeeds deeds, LocalDate on) {
        Object[] left = impact.placements().stream()
                .map(placement -> placement.holding().id())
                .toArray();
        jdbc.update("delete from organization.holding where valid_from >= ? and id = any(?)", statement -> {
            statement.setObject(1, on);
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", left));
        });
        jdbc.update("update organization.holding set valid_to = ?, main = false where id = any(?)", statement -> {
            statement.setObject(1, on.minusDays(1));
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", left));
        });
        batch(
                "insert into organization.holding (id, officer, post, main, valid_from, valid_to)"
                        + " values (?, ?, ?, ?, ?, ?)",
                deeds.holdings.stream()
                        .map(holding -> {
                            LocalDate to = holding.period().to();
                            return values(
                                    holding.id(),
                                    holding.officer().value(),
                                    holding.post().value(),
                                    holding.main(),
                                    Date.valueOf(holding.period().from()),
                                    to == null ? null : Date.valueOf(to));
                        })
                        .toList());
        batch(
                "update organization.holding set main = true where id = ?",
                deeds.becomeMain.stream().map(holding -> values(holding)).toList());
    }

    private void count(ReorganisationDeeds deeds) {
        batch(
                "update organization.agency set version = version + ? where id = ?",
                deeds.agencySteps.entrySet().stream()
                        .map(steps -> values(steps.getValue(), steps.getKey().value()))
                        .toList());
        jdbc.update("update organization.officer set version = version + 1 where id = any(?)", statement -> {
            Object[] changed =
                    deeds.officers.stream().map(officer -> officer.value()).toArray();
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", changed));
        });
    }

    private void batch(String sql, List<Object[]> rows) {
        for (int start = 0; start < rows.size(); start += BATCH) {
            jdbc.batchUpdate(sql, rows.subList(start, Math.min(rows.size(), start + BATCH)));
        }
    }
}
