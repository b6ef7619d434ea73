package vn.thongsuot.scoring;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.dossier.DossierFacts;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.Signals;

/// What each dossier counts for, and what that comes to.
@Component
class Contributions {

    private static final String GIVEN = """
            select * from unnest(cast(:dossiers as uuid[]), cast(:versions as bigint[]), :codes, :procedures,
                                 cast(:agencies as uuid[]), cast(:received as date[]), cast(:due as timestamptz[]),
                                 cast(:halted as timestamptz[]), cast(:digitised as boolean[]),
                                 cast(:results as boolean[]))
                as given (dossier, version, code, procedure, agency, received_on, due_at, halted_at, digitised, result)
            """;

    private final JdbcClient jdbc;
    private final Signals signals;

    Contributions(JdbcClient jdbc, Signals signals) {
        this.jdbc = jdbc;
        this.signals = signals;
    }

    /// Writes what is newer than what is known.
    void put(DossierFacts facts) {
        int changed = given("""
                        insert into scoring.contribution as known
                               (dossier, version, code, procedure, agency, received_on, due_at, halted_at, digitised, result)
                        """ + GIVEN + """
                        on conflict (dossier) do update
                            set version = excluded.version, code = excluded.code, procedure = excluded.procedure,
                                agency = excluded.agency, received_on = excluded.received_on, due_at = excluded.due_at,
                                halted_at = excluded.halted_at, digitised = excluded.digitised, result = excluded.result
                          where known.version < excluded.version
                        """, List.of(facts)).update();
        announce(changed);
    }

    /// Keeps listeners from writing until the transaction ends: what is read of the dossiers after this is not older
    /// than anything written here.
    void hold() {
        jdbc.sql("lock table scoring.contribution in share row exclusive mode").update();
    }

    /// Whether everything after `from` up to `to` (without end where null) is what `facts` say, without holding
    /// anybody.
    boolean same(@Nullable DossierId from, @Nullable DossierId to, List<DossierFacts> facts) {
        return given("""
                        select not exists (
                                   select from (
                        """ + GIVEN + """
                                   ) as given left join scoring.contribution as known using (dossier)
                                    where row(known.version, known.code, known.procedure, known.agency, known.received_on,
                                              known.due_at, known.halted_at, known.digitised, known.result)
                                          is distinct from
                                          row(given.version, given.code, given.procedure, given.agency, given.received_on,
                                              given.due_at, given.halted_at, given.digitised, given.result))
                           and (select count(*) from scoring.contribution
                                 where dossier > :from and (cast(:to as uuid) is null or dossier <= :to)) = :count
                        """, facts)
                .param("from", from == null ? new UUID(0, 0) : from.value())
                .param("to", to == null ? null : to.value())
                .param("count", facts.size())
                .query(Boolean.class)
                .single();
    }

    /// Makes everything after `from` up to `to` (without end where null) equal to `facts`, whatever stood there; how
    /// many were not.
    int mend(@Nullable DossierId from, @Nullable DossierId to, List<DossierFacts> facts) {
        int superfluous = given("""
                        delete from scoring.contribution
                         where dossier > :from and (cast(:to as uuid) is null or dossier <= :to)
                           and not exists (select from unnest(cast(:dossiers as uuid[])) as given (dossier)
                                            where given.dossier = contribution.dossier)
                        """, facts)
                .param("from", from == null ? new UUID(0, 0) : from.value())
                .param("to", to == null ? null : to.value())
                .update();
        int wrong = given("""
                        insert into scoring.contribution as known
                               (dossier, version, code, procedure, agency, received_on, due_at, halted_at, digitised, result)
                        """ + GIVEN + """
                        on conflict (dossier) do update
                            set version = excluded.version, code = excluded.code, procedure = excluded.procedure,
                                agency = excluded.agency, received_on = excluded.received_on, due_at = excluded.due_at,
                                halted_at = excluded.halted_at, digitised = excluded.digitised, result = excluded.result
                          where known is distinct from excluded
                        """, facts).update();
        announce(superfluous + wrong);
        return superfluous + wrong;
    }

    private void announce(int changed) {
        if (changed > 0) {
            signals.announce(LiveScores.TOPIC);
        }
    }

    private JdbcClient.StatementSpec given(String sql, List<DossierFacts> facts) {
        return jdbc.sql(sql)
                .param("dossiers", each(facts, DossierFacts::id))
                .param("versions", each(facts, DossierFacts::version))
                .param("codes", each(facts, DossierFacts::code))
                .param("procedures", each(facts, one -> one.procedure().value()))
                .param("agencies", each(facts, DossierFacts::agency))
                .param(
                        "received",
                        each(
                                facts,
                                one -> one.received().atZone(BusinessClock.ZONE).toLocalDate()))
                .param("due", each(facts, DossierFacts::due))
                .param("halted", each(facts, DossierFacts::done))
                .param("digitised", each(facts, one -> one.digitised() > 0 && one.result()))
                .param("results", each(facts, DossierFacts::result));
    }

    private static @Nullable String[] each(List<DossierFacts> facts, Function<DossierFacts, @Nullable Object> part) {
        return facts.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /// What the dossiers of each agency come to, those that go on held against `at`.
    Map<AgencyId, Tally> tallies(ScorePeriod period, Instant at) {
        Map<AgencyId, Tally> tallies = new LinkedHashMap<>();
        jdbc.sql("""
                        select agency, count(*) as received,
                               count(*) filter (where coalesce(halted_at, :at) <= due_at) as on_time,
                               count(*) filter (where digitised) as digitised,
                               count(*) filter (where result) as result
                          from scoring.contribution
                         where received_on between :from and :to
                         group by agency
                        """)
                .param("at", Timestamp.from(at))
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .query(row -> {
                    tallies.put(
                            new AgencyId(row.getObject("agency", UUID.class)),
                            new Tally(
                                    row.getLong("received"),
                                    row.getLong("on_time"),
                                    row.getLong("digitised"),
                                    row.getLong("result")));
                });
        return tallies;
    }

    /// Dossiers of `agency` that `indicator` misses, by time of reception.
    List<LostPoint> lost(
            ScorePeriod period, AgencyId agency, Indicator indicator, Instant at, @Nullable Cursor after, int limit) {
        String missed = switch (indicator) {
            case ON_TIME -> "coalesce(halted_at, :at) > due_at";
            case ORIGINAL_RESULT_AVAILABLE -> "not result and cast(:at as timestamptz) is not null";
            case SO_HOA_GIAY_TO_GIAI_QUYET -> "not digitised and cast(:at as timestamptz) is not null";
            default -> throw ScoringProblem.INDICATOR_UNKNOWN.because(indicator.name());
        };
        return jdbc.sql("""
                        select dossier, code, procedure, due_at, halted_at from scoring.contribution
                         where agency = :agency and received_on between :from and :to and dossier > :last and (%s)
                         order by dossier limit :limit
                        """.formatted(missed))
                .param("agency", agency.value())
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .param("at", Timestamp.from(at))
                .param("last", after == null ? new UUID(0, 0) : after.id(0))
                .param("limit", limit)
                .query((row, _) -> {
                    Timestamp halted = row.getTimestamp("halted_at");
                    return new LostPoint(
                            new DossierId(row.getObject("dossier", UUID.class)),
                            row.getString("code"),
                            row.getString("procedure"),
                            row.getTimestamp("due_at").toInstant(),
                            halted == null ? null : halted.toInstant());
                })
                .list();
    }
}
