package vn.thongsuot.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Delegations;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.Standings;
import vn.thongsuot.notification.NoticeView;
import vn.thongsuot.notification.Notifications;
import vn.thongsuot.organization.Period;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;

/// Whoever's turn it is knows it, once, and nobody else.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("S1.7")
class DossierNoticesTests {

    private static final String APPLICANT = "Nguyễn Thị Không Ai Biết";

    @Autowired
    Reception reception;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossierNotices notices;

    @Autowired
    Notifications notifications;

    @Autowired
    Accounts accounts;

    @Autowired
    Standings standings;

    @Autowired
    Delegations delegations;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor.Officer counter;
    private Actor.Officer specialist;
    private Actor.Officer chairman;
    private Actor.Officer clerk;

    @BeforeEach
    void begin() {
        counter = officer(DemonstrationAccount.ONE_STOP);
        specialist = officer(DemonstrationAccount.COMMUNE_SPECIALIST);
        chairman = officer(DemonstrationAccount.COMMUNE_CHAIRMAN);
        clerk = officer(DemonstrationAccount.COMMUNE_CLERK);
        await().until(this::quiet);
        jdbc.sql("delete from notification.notice").update();
    }

    @Test
    void eachIsToldOfTheirTurnAndOfNothingElse() {
        DossierId id = ReceivedDossiers.receive(reception, APPLICANT, counter).id();
        told(specialist, "to-process");
        assertThat(unread(counter)).as("who did it").isEmpty();
        assertThat(unread(chairman)).isEmpty();

        dossiers.take(id, 1, specialist);
        told(specialist);

        propose(id, 2);
        told(chairman, "to-sign");
        dossiers.sendBack(id, 3, "Sai năm sinh", chairman);
        told(chairman);
        told(specialist, "sent-back");
        propose(id, 4);
        told(chairman, "to-sign");
        told(specialist);
        dossiers.sign(id, 5, chairman);
        told(counter, "to-hand-over");
        told(chairman);
        dossiers.giveResult(id, 6, counter);
        told(counter);
        assertThat(all(clerk)).as("no turn of theirs").isEmpty();
        assertThat(all(officer(DemonstrationAccount.DEPARTMENT_HEAD))).isEmpty();
        assertThat(all(chairman))
                .extracting(NoticeView::state)
                .as("done by themselves, without opening a notice")
                .containsOnly(NoticeView.State.SETTLED);
        assertThat(jdbc.sql("select string_agg(words || link || array_to_string(arguments, ' '), ' ')"
                                + " from notification.notice")
                        .query(String.class)
                        .single())
                .contains("H59")
                .doesNotContain(APPLICANT, "084190001234", "Sai năm sinh");
    }

    /// Of those who hold the step some may have others; all of them are told, whatever colleagues there
    /// are.
    @Test
    void everyColleagueWhoMayIsTold() {
        DossierView dossier = ReceivedDossiers.receive(reception, APPLICANT, counter);
        told(specialist, "to-process");
        List<java.util.UUID> expected = jdbc.sql("""
                        select distinct h.officer from organization.holding h join organization.post p on p.id = h.post
                         where p.agency = :agency and p.kind in (
                               select k.post_kind from access.role_of_kind k
                                 join access.role_permission r on r.role = k.role and r.permission = 'DOSSIER_PROCESS')
                           and h.valid_from <= :today and (h.valid_to is null or h.valid_to >= :today)
                         order by 1
                        """)
                .param("agency", dossier.agency().value())
                .param("today", clock.today())
                .query((row, _) -> row.getObject(1, java.util.UUID.class))
                .list();
        assertThat(jdbc.sql("select officer from notification.notice order by 1")
                        .query((row, _) -> row.getObject(1, java.util.UUID.class))
                        .list())
                .isEqualTo(expected);
    }

    @Test
    void anEventToldTwiceOrLateIsOneNotice() {
        DossierView dossier = ReceivedDossiers.receive(reception, APPLICANT, counter);
        told(specialist, "to-process");
        DossierEvent received = new DossierEvent.Received(
                dossier.id(),
                1,
                dossier.code(),
                dossier.procedure(),
                dossier.agency(),
                dossier.due(),
                1,
                counter,
                dossier.received());
        for (int time = 0; time < 3; time++) {
            notices.on(received);
        }
        await().during(Duration.ofMillis(500)).until(() -> all(specialist).size() == 1);

        dossiers.take(dossier.id(), 1, specialist);
        propose(dossier.id(), 2);
        told(chairman, "to-sign");
        notices.on(received);
        await().during(Duration.ofMillis(500))
                .until(() -> unread(specialist).isEmpty() && all(chairman).size() == 1);
    }

    /// Standing in: the one who was lent the right is told, and the one who lent it still is.
    @Test
    void whoStandsInIsToldToo() {
        var lent = delegations.give(
                clerk.officer(),
                Set.of("DOSSIER_SIGN", "DOSSIER_VIEW"),
                new Period(clock.today(), clock.today()),
                chairman);
        try {
            DossierId id =
                    ReceivedDossiers.receive(reception, APPLICANT, counter).id();
            dossiers.take(id, 1, specialist);
            propose(id, 2);
            told(chairman, "to-sign");
            told(clerk, "to-sign");
            assertThat(all(clerk).getFirst().post()).isEqualTo(chairman.post());
        } finally {
            delegations.end(lent, chairman);
        }
    }

    @Test
    void anEndIsToldToWhomItConcerns() {
        DossierId refused =
                ReceivedDossiers.receive(reception, APPLICANT, counter).id();
        dossiers.refuse(refused, 1, "Không đủ điều kiện", specialist);
        told(counter, "refused");
        told(specialist);
        DossierId taken =
                ReceivedDossiers.receive(reception, APPLICANT, counter).id();
        dossiers.take(taken, 1, specialist);
        dossiers.withdraw(taken, 2, "Đổi ý", counter);
        told(specialist, "withdrawn");
        DossierId untouched =
                ReceivedDossiers.receive(reception, APPLICANT, counter).id();
        dossiers.withdraw(untouched, 1, "Đổi ý", counter);
        await().during(Duration.ofMillis(500)).until(() -> unread(specialist).equals(List.of("withdrawn")));
    }

    private void propose(DossierId id, long seen) {
        dossiers.propose(id, seen, new ByteArrayInputStream(ReceivedDossiers.pdf()), "Trích lục.pdf", specialist);
    }

    /// What `officer` has not read, as soon as it is `words` in the end.
    private void told(Actor officer, String... words) {
        await().untilAsserted(() -> assertThat(unread(officer)).containsExactly(words));
    }

    private List<String> unread(Actor officer) {
        return notifications.list(officer, true, null, 100).items().stream()
                .map(notice -> notice.words().replace("dossier.notice.", ""))
                .toList();
    }

    private List<NoticeView> all(Actor officer) {
        return notifications.list(officer, false, null, 100).items();
    }

    private boolean quiet() {
        return jdbc.sql("select not exists (select from event_publication)")
                .query(Boolean.class)
                .single();
    }

    private Actor.Officer officer(DemonstrationAccount account) {
        AccountView view = accounts.findByName(account.signInName()).orElseThrow();
        return (Actor.Officer) standings.of(view.id(), null).orElseThrow().actor();
    }
}
