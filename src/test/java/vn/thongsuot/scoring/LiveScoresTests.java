package vn.thongsuot.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Proves;
import vn.thongsuot.dossier.DossierEvent;
import vn.thongsuot.dossier.DossierFacts;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Uuids;

/// What is counted while dossiers move, with events that are lost, doubled and out of order, against a count of the
/// dossiers by a few lines of Java that know nothing of it.
@SpringBootTest
class LiveScoresTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final ScorePeriod MONTH = ScorePeriod.of("2024-11");
    private static final int DOSSIERS = 300;

    @Autowired
    LiveScores live;

    @Autowired
    Recount recount;

    @Autowired
    Dossiers dossiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Proves("S1.6")
    void staysTrueWhateverBecomesOfTheEventsAndIsMendedByACount() {
        Random random = new Random(766);
        List<AgencyId> agencies = List.of(agency(), agency(), agency(), agency());
        List<DossierId> all = new ArrayList<>();
        List<DossierEvent> told = new ArrayList<>();
        for (int i = 0; i < DOSSIERS; i++) {
            DossierId id = create(agencies.get(random.nextInt(4)), random);
            all.add(id);
            told.add(event(id, 1));
        }
        // Moves on, told twice or in another order than it happened.
        for (int move = 0; move < DOSSIERS; move++) {
            DossierId id = all.get(random.nextInt(DOSSIERS));
            long version = change(id, random);
            told.add(event(id, version));
            told.add(event(id, Math.max(1, version - 1)));
        }
        Collections.shuffle(told, random);
        told.forEach(this::tell);
        assertThat(board()).as("every dossier was told of at least once").isEqualTo(counted());
        assertThat(recount.all().mended()).isZero();

        // Some things nobody was told of, and some of what was counted is spoilt.
        for (int move = 0; move < DOSSIERS / 3; move++) {
            change(all.get(random.nextInt(DOSSIERS)), random);
        }
        create(agencies.getFirst(), random);
        jdbc.sql("delete from scoring.contribution where dossier = :id")
                .param("id", all.get(7).value())
                .update();
        jdbc.sql("update scoring.contribution set result = not result, version = version + 5 where dossier = :id")
                .param("id", all.get(8).value())
                .update();
        jdbc.sql("update scoring.contribution set dossier = :none where dossier = :id")
                .param("none", Uuids.next(clock.instant()))
                .param("id", all.get(9).value())
                .update();
        Recount.Result mended = recount.all();
        assertThat(mended.mended()).isGreaterThan(4);
        assertThat(mended.dossiers())
                .isEqualTo(jdbc.sql("select count(*) from dossier.dossier")
                        .query(Long.class)
                        .single());
        assertThat(board()).isEqualTo(counted());
        assertThat(recount.all().mended()).as("nothing left to mend").isZero();
        assertThat(jdbc.sql("select count(*) from audit.entry where event = 'scoring.Mended'")
                        .query(Long.class)
                        .single())
                .as("what was mended is in the log")
                .isPositive();
    }

    /// What goes on becomes late by itself; what is late stays so; a halted clock makes nobody late.
    @Test
    @Proves("S1.6")
    void holdsWhatGoesOnAgainstNow() {
        AgencyId agency = agency();
        Random random = new Random(1);
        Instant now = clock.instant();
        ScorePeriod year = ScorePeriod.year(clock.today());
        DossierId open = create(agency, random);
        set(open, now.plus(Duration.ofHours(1)), null, null);
        DossierId late = create(agency, random);
        set(late, now.minus(Duration.ofHours(1)), null, null);
        DossierId asked = create(agency, random);
        set(asked, now.minus(Duration.ofHours(1)), null, now.minus(Duration.ofHours(2)));
        DossierId done = create(agency, random);
        set(done, now.minus(Duration.ofHours(1)), now.minus(Duration.ofMinutes(61)), null);
        List.of(open, late, asked, done).forEach(id -> tell(event(id, 1)));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(live.board(year).agencies().stream()
                                .filter(line -> agency.equals(line.agency()))
                                .map(ScoreBoard.Line::tally))
                        .containsExactly(new Tally(4, 3, 1, 1)));
        assertThat(live.lost(year, agency, Indicator.ON_TIME, null, 10).items())
                .extracting(LostPoint::dossier)
                .containsExactly(late);
        assertThat(live.lost(year, agency, Indicator.ORIGINAL_RESULT_AVAILABLE, null, 2)
                        .next())
                .isNotNull();
        assertThat(live.board(year.before()).agencies()).noneMatch(line -> agency.equals(line.agency()));
    }

    private Map<AgencyId, Tally> board() {
        Map<AgencyId, Tally> board = new HashMap<>();
        live.board(MONTH);
        // Not what is kept in memory: what the tables say at this moment.
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            board.clear();
            live.board(MONTH).agencies().forEach(line -> board.put(line.agency(), line.tally()));
            assertThat(board).isEqualTo(counted());
        });
        return board;
    }

    /// The plain count of all dossiers' facts.
    private Map<AgencyId, Tally> counted() {
        Map<AgencyId, Tally> counted = new HashMap<>();
        Instant now = clock.instant();
        List<DossierFacts> facts = new ArrayList<>();
        List<DossierFacts> part = dossiers.factsAfter(null, 100);
        while (!part.isEmpty()) {
            facts.addAll(part);
            part = dossiers.factsAfter(part.getLast().id(), 100);
        }
        for (DossierFacts one : facts) {
            Instant day = one.received();
            if (day.isBefore(MONTH.from().atStartOfDay(BusinessClock.ZONE).toInstant())
                    || !day.isBefore(MONTH.after()
                            .from()
                            .atStartOfDay(BusinessClock.ZONE)
                            .toInstant())) {
                continue;
            }
            Instant until = one.done() == null ? now : one.done();
            counted.merge(
                    one.agency(),
                    new Tally(
                            1,
                            until.isAfter(one.due()) ? 0 : 1,
                            one.digitised() > 0 && one.result() ? 1 : 0,
                            one.result() ? 1 : 0),
                    Tally::plus);
        }
        return counted;
    }

    private void tell(DossierEvent event) {
        transaction.executeWithoutResult(_ -> live.on(event));
    }

    private static DossierEvent event(DossierId id, long version) {
        return new DossierEvent.Taken(id, version, JOB, Instant.parse("2024-11-22T01:00:00Z"));
    }

    private static AgencyId agency() {
        return new AgencyId(UUID.randomUUID());
    }

    /// A dossier in its table, of which nobody is told.
    private DossierId create(AgencyId agency, Random random) {
        Instant received = Instant.parse("2024-11-22T01:00:00Z").minus(Duration.ofHours(random.nextInt(24 * 40)));
        DossierId id = new DossierId(Uuids.next(received));
        jdbc.sql("""
                        insert into dossier.dossier (id, version, code, procedure_code, procedure_version, agency, status,
                               channel, applicant_name, applicant_folded, applicant_number, received_at, counted_at,
                               received_by, calendar, calendar_version, limit_amount, limit_unit, due_at, digitised)
                        values (:id, 1, :code, '2.000635', 1, :agency, 'RECEIVED', 'DIRECT', 'A', 'a', '084190001234',
                                :received, :received, :by, 'province', 1, 2, 'WORKING_DAYS', :due, :digitised)
                        """)
                .param("id", id.value())
                .param("code", "T-" + id)
                .param("agency", agency.value())
                .param("received", Timestamp.from(received))
                .param("by", UUID.randomUUID())
                .param("due", Timestamp.from(received.plus(Duration.ofDays(2))))
                .param("digitised", random.nextInt(3))
                .update();
        return id;
    }

    private void set(DossierId id, Instant due, Instant signed, Instant asked) {
        jdbc.sql("""
                        update dossier.dossier
                           set received_at = :received, due_at = :due, result_at = :signed, supplement_asked_at = :asked,
                               digitised = 1
                         where id = :id
                        """)
                .param("received", Timestamp.from(clock.instant().minus(Duration.ofHours(3))))
                .param("due", Timestamp.from(due))
                .param("signed", signed == null ? null : Timestamp.from(signed))
                .param("asked", asked == null ? null : Timestamp.from(asked))
                .param("id", id.value())
                .update();
    }

    /// Moves it on by chance, of which nobody is told; its new version.
    private long change(DossierId id, Random random) {
        return jdbc.sql("""
                        update dossier.dossier
                           set version = version + 1,
                               result_at = case :what when 0 then received_at + make_interval(hours => :hours)
                                                      else result_at end,
                               supplement_asked_at = case :what when 1 then received_at + interval '1 hour'
                                                                else supplement_asked_at end,
                               supplement_done_at = case :what when 2 then received_at + interval '2 hours'
                                                               else supplement_done_at end,
                               due_at = case :what when 2 then received_at + interval '3 days' else due_at end,
                               ended_at = case :what when 3 then received_at + make_interval(hours => :hours)
                                                     else ended_at end,
                               status = case :what when 3 then 'REFUSED' else status end
                         where id = :id returning version
                        """)
                .param("what", random.nextInt(4))
                .param("hours", random.nextInt(96))
                .param("id", id.value())
                .query(Long.class)
                .single();
    }
}
