package vn.thongsuot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Delegations;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.Standings;
import vn.thongsuot.organization.Period;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// Each is told once, and reads and marks their own.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("S1.7")
class NotificationsTests {

    private static final Instant AT = Instant.parse("2024-11-22T01:00:00Z");
    private static final Pattern NOTICE = Pattern.compile("href=\"(/notices/[0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Notifications notifications;

    @Autowired
    OldNotices job;

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

    private Actor.Officer clerk;
    private Actor.Officer head;

    @BeforeEach
    void begin() {
        jdbc.sql("delete from notification.notice").update();
        clerk = officer(DemonstrationAccount.CLERK);
        head = officer(DemonstrationAccount.DEPARTMENT_HEAD);
    }

    @Test
    void theSameCauseIsToldOnceAlsoAfterItWasRead() {
        notifications.post(List.of(notice(clerk, "a:1"), notice(clerk, "a:1"), notice(head, "a:1")));
        assertThat(notifications.unread(clerk)).isEqualTo(1);
        assertThat(notifications.unread(head)).isEqualTo(1);
        notifications.read(all(clerk).getFirst().id(), clerk);
        notifications.post(List.of(notice(clerk, "a:1")));
        assertThat(notifications.unread(clerk)).isZero();
        assertThat(all(clerk)).hasSize(1);
    }

    /// Deliveries of one event on many nodes at once, for receivers named in any order.
    @Test
    void deliveriesAtOnceNeitherDoubleNorBlockEachOther() throws Exception {
        List<Callable<Void>> deliveries = IntStream.range(0, 24)
                .<Callable<Void>>mapToObj(turn -> () -> {
                    notifications.post(
                            turn % 2 == 0
                                    ? List.of(notice(clerk, "a:1"), notice(head, "a:1"))
                                    : List.of(notice(head, "a:1"), notice(clerk, "a:1")));
                    return null;
                })
                .toList();
        try (var together = Executors.newFixedThreadPool(8)) {
            for (Future<Void> delivery : together.invokeAll(deliveries)) {
                delivery.get();
            }
        }
        assertThat(all(clerk)).hasSize(1);
        assertThat(all(head)).hasSize(1);
    }

    @Test
    void somebodyElsesIsNeitherListedNorOpenedNorMarked() {
        notifications.post(List.of(notice(head, "a:1")));
        NoticeView his = all(head).getFirst();
        try (Web wrong = Web.as(port, DemonstrationAccount.CLERK);
                Web right = Web.as(port, DemonstrationAccount.DEPARTMENT_HEAD);
                Web stranger = new Web(port)) {
            assertThat(wrong.get("/notices").body())
                    .contains("Chưa có thông báo")
                    .doesNotContain(his.id() + "");
            assertThat(wrong.get("/notices/count").body())
                    .doesNotContain(his.id() + "")
                    .doesNotContain("num");
            assertThat(wrong.get("/notices/latest").body()).doesNotContain(his.id() + "");
            HttpResponse<String> opened = wrong.get("/notices/" + his.id());
            assertThat(opened.statusCode()).isEqualTo(404);
            assertThat(opened.body()).contains("Không có thông báo này").doesNotContain("H59.1");
            wrong.get("/notices");
            assertThat(wrong.post("/notices/reading", Map.of("last", "ffffffff-ffff-7fff-bfff-ffffffffffff"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(stranger.get("/notices/" + his.id())
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .contains("/sign-in");
            assertThat(notifications.unread(head)).isEqualTo(1);

            assertThat(right.get("/notices/count").body()).contains("<span class=\"num\">1</span>");
            HttpResponse<String> followed = right.get("/notices/" + his.id());
            assertThat(followed.statusCode()).isEqualTo(302);
            assertThat(followed.headers().firstValue("Location").orElse("")).endsWith("/calendar");
            assertThat(notifications.unread(head)).isZero();
        }
    }

    /// Each reads it in their own language, and what a module no longer says is still a notice.
    @Test
    void wordsAreThoseOfTheReader() {
        notifications.post(List.of(notice(clerk, "a:1"), worded(clerk, "b:1", "dossier.notice.of-the-future")));
        try (Web web = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(web.get("/notices").body())
                    .contains(
                            "Chờ bạn ký kết quả",
                            "H59.1-241122-0001 · Cấp bản sao ·\u00a0hẹn\u00a0trả\u00a025/11/2024 17:00")
                    .contains("Thông báo của một phiên bản khác");
            web.post("/language", Map.of("value", "en"));
            assertThat(web.get("/notices").body()).contains("Result waiting for your signature", "H59.1-241122-0001");
        }
    }

    /// What concerns another post than the one acted under would be refused there: the reader is told to
    /// switch, and the notice waits meanwhile.
    @Test
    void aNoticeOfAnotherPostSaysWhichAndWaitsForTheSwitch() {
        Actor.Officer chief = officer(DemonstrationAccount.CHIEF_OF_OFFICE);
        UUID lent = delegations.give(
                clerk.officer(),
                Set.of("DOSSIER_VIEW", "DOSSIER_SIGN"),
                new Period(clock.today(), clock.today()),
                chief);
        try (Web web = Web.as(port, DemonstrationAccount.CLERK)) {
            notifications.post(List.of(new Notice(
                    clerk.officer(),
                    chief.post(),
                    new Thing("thing", "1"),
                    "a:1",
                    "dossier.notice.to-sign",
                    List.of("H59.1-241122-0001", "", ""),
                    "/calendar",
                    false,
                    AT)));
            String listed = web.get("/notices").body();
            assertThat(listed).contains("Chánh Văn phòng");
            String asked = web.get(links(listed).getFirst()).body();
            assertThat(asked).contains("Thông báo của chức vụ khác", "name=\"delegation\" value=\"" + lent + "\"");
            assertThat(notifications.unread(clerk)).isEqualTo(1);
            assertThat(web.post("/acting-post", Map.of("delegation", lent.toString()))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(web.get(links(listed).getFirst())
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/calendar");
            assertThat(notifications.unread(clerk)).isZero();
        } finally {
            delegations.end(lent, chief);
        }
    }

    @Test
    void markingAllLeavesWhatCameMeanwhile() {
        notifications.post(List.of(notice(clerk, "a:1"), notice(clerk, "a:2")));
        try (Web web = Web.as(port, DemonstrationAccount.CLERK)) {
            Matcher last = Pattern.compile("name=\"last\" value=\"([0-9a-f-]{36})\"")
                    .matcher(web.get("/notices").body());
            assertThat(last.find()).isTrue();
            notifications.post(List.of(notice(clerk, "a:3")));
            assertThat(web.post("/notices/reading", Map.of("last", last.group(1)))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(notifications.unread(clerk)).isEqualTo(1);
            assertThat(web.get("/notices?show=unread").body()).containsOnlyOnce("is-unread");
            assertThat(web.post("/notices/reading", Map.of("last", "không phải mã"))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsDoneBySomebodyIsSettledForAllButTheStepReachedNow() {
        Thing thing = new Thing("thing", "7");
        notifications.post(List.of(about(clerk, thing, "7:1"), about(head, thing, "7:1"), about(head, thing, "7:2")));
        notifications.settle(thing, "7:2");
        assertThat(notifications.unread(clerk)).isZero();
        assertThat(notifications.unread(head)).isEqualTo(1);
        assertThat(all(clerk).getFirst().state()).isEqualTo(NoticeView.State.SETTLED);
    }

    @Test
    void listsByParts() {
        notifications.post(IntStream.range(0, 120)
                .mapToObj(number -> notice(clerk, "a:" + number))
                .toList());
        TreeSet<UUID> seen = new TreeSet<>();
        List<NoticeView> listed = new ArrayList<>();
        String after = null;
        do {
            Page<NoticeView> part = notifications.list(clerk, false, after, 50);
            listed.addAll(part.items());
            part.items().forEach(notice -> seen.add(notice.id().value()));
            after = part.next();
        } while (after != null);
        assertThat(listed).hasSize(120);
        assertThat(seen).hasSize(120);
        try (Web web = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(web.get("/notices/count").body()).contains(">99+<");
            String first = web.get("/notices?show=unread").body();
            Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
            assertThat(next.find()).isTrue();
            String second = web.get(next.group(1).replace("&amp;", "&")).body();
            assertThat(links(second)).hasSize(25).doesNotContainAnyElementsOf(links(first));
            assertThat(web.get("/notices?after=bịa").statusCode()).isEqualTo(400);
        }
    }

    /// Ninety days after they were read or settled; what nobody read stays.
    @Test
    void removesWhatWasReadLongAgo() {
        notifications.post(List.of(notice(clerk, "old"), notice(clerk, "young"), notice(clerk, "unread")));
        done("old", Duration.ofDays(91));
        done("young", Duration.ofDays(89));
        job.run();
        assertThat(jdbc.sql("select cause from notification.notice order by cause")
                        .query(String.class)
                        .list())
                .containsExactly("unread", "young");
    }

    private void done(String cause, Duration ago) {
        jdbc.sql("update notification.notice set done_at = now() - make_interval(days => :days) where cause = :cause")
                .param("cause", cause)
                .param("days", (int) ago.toDays())
                .update();
    }

    private static List<String> links(String page) {
        return NOTICE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private List<NoticeView> all(Actor reader) {
        return notifications.list(reader, false, null, 200).items();
    }

    private static Notice notice(Actor.Officer receiver, String cause) {
        return worded(receiver, cause, "dossier.notice.to-sign");
    }

    private static Notice worded(Actor.Officer receiver, String cause, String words) {
        return new Notice(
                receiver.officer(),
                receiver.post(),
                new Thing("thing", cause),
                cause,
                words,
                List.of("H59.1-241122-0001", "Cấp bản sao", "25/11/2024 17:00"),
                "/calendar",
                false,
                AT);
    }

    private static Notice about(Actor.Officer receiver, Thing thing, String cause) {
        return new Notice(
                receiver.officer(), receiver.post(), thing, cause, "dossier.notice.to-sign", List.of(), "/", false, AT);
    }

    private Actor.Officer officer(DemonstrationAccount account) {
        return (Actor.Officer) standings
                .of(accounts.findByName(account.signInName()).orElseThrow().id(), (PostId) null)
                .orElseThrow()
                .actor();
    }
}
