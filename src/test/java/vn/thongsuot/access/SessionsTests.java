package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;

/// Sessions: told, ended, never another's; idle and absolute limits.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H6.2")
class SessionsTests {

    private static final Pattern END = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end");
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> repository;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsWhereOneIsSignedInAndEndsOneOfThem() {
        AccountView account = Visitors.account(accounts);
        try (Web here = Visitors.enter(port, account);
                Web there = withFirefox(account)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(here.get("/account/sessions").body()).contains("Firefox, Windows"));
            String page = here.get("/account/sessions").body();
            assertThat(page).contains("Phiên này", "127.0.0.1", "bằng mật khẩu");
            jdbc.sql("select session_id from access.spring_session where principal_name = :account")
                    .param("account", account.id().toString())
                    .query(String.class)
                    .list()
                    .forEach(id -> assertThat(page)
                            .as("what opens a session is never shown")
                            .doesNotContain(id));
            assertThat(here.post("/account/sessions/" + handle(page) + "/end", Map.of())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(there.get("/account").statusCode()).isEqualTo(302);
            assertThat(here.get("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsAllOthersAtOnce() {
        AccountView account = Visitors.account(accounts);
        try (Web here = Visitors.enter(port, account);
                Web second = Visitors.enter(port, account);
                Web third = Visitors.enter(port, account)) {
            assertThat(here.get("/account/sessions").body()).contains("Kết thúc 2 phiên khác");
            here.post("/account/sessions/others/end", Map.of());
            assertThat(here.get("/account").statusCode()).isEqualTo(200);
            assertThat(second.get("/account").statusCode()).isEqualTo(302);
            assertThat(third.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void nobodySeesOrEndsAnothersSession() {
        AccountView victim = Visitors.account(accounts);
        AccountView stranger = Visitors.account(accounts);
        try (Web theirs = Visitors.enter(port, victim);
                Web other = Visitors.enter(port, stranger)) {
            UUID handle = sessions.of(victim.id(), null).getFirst().handle();
            assertThat(other.get("/account/sessions").body()).doesNotContain(handle.toString());
            assertThat(other.post("/account/sessions/" + handle + "/end", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            other.post("/account/sessions/others/end", Map.of());
            assertThat(theirs.get("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsASessionThatIsIdleForHalfAnHour() {
        AccountView account = Visitors.account(accounts);
        try (Web web = Visitors.enter(port, account)) {
            Visitors.age(repository, account.id(), Sessions.SEEN, ago(29));
            assertThat(web.get("/account").statusCode()).isEqualTo(200);
            assertThat(sessions.of(account.id(), null).getFirst().seen())
                    .as("being busy prolongs it")
                    .isAfter(ago(1));
            Visitors.age(repository, account.id(), Sessions.SEEN, ago(31));
            assertThat(web.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void anOpenPagesLiveStreamProlongsNothing() throws Exception {
        AccountView account = Visitors.account(accounts);
        try (Web web = Visitors.enter(port, account)) {
            Instant before = ago(20);
            Visitors.age(repository, account.id(), Sessions.SEEN, before);
            HttpRequest stream = web.request("/live?topics=nothing")
                    .header("Accept", "text/event-stream")
                    .timeout(Duration.ofSeconds(3))
                    .build();
            assertThat(status(web, stream)).isEqualTo(200);
            assertThat(sessions.of(account.id(), null).getFirst().seen()).isBefore(before.plusSeconds(1));
        }
    }

    /// The bell counts anew by itself, for whoever has gone home.
    @Test
    void whatAPageFetchesByItselfProlongsNothing() {
        AccountView account = Visitors.account(accounts);
        try (Web web = Visitors.enter(port, account)) {
            Instant before = ago(20);
            Visitors.age(repository, account.id(), Sessions.SEEN, before);
            assertThat(web.send(web.request("/notices/count")
                                    .header("X-Unattended", "true")
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(sessions.of(account.id(), null).getFirst().seen()).isBefore(before.plusSeconds(1));
        }
    }

    private static int status(Web web, HttpRequest stream) throws Exception {
        try (var answer = web.client()
                .send(stream, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(answer).isNotNull();
            return 200;
        }
    }

    @Test
    void endsASessionAfterTwelveHoursHoweverBusy() {
        AccountView account = Visitors.account(accounts);
        try (Web web = Visitors.enter(port, account)) {
            Visitors.age(repository, account.id(), Sessions.SINCE, Instant.now().minus(Duration.ofHours(13)));
            assertThat(web.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aPasswordChangedEndsAllOtherSessionsAndOneSetByAnAdministratorAll() {
        AccountView account = Visitors.account(accounts);
        String other = "Dua-sap-Cau-Ke-9-trai"; // not-a-secret
        try (Web here = Visitors.enter(port, account);
                Web there = Visitors.enter(port, account)) {
            here.get("/account/password");
            assertThat(here.post("/account/password", Map.of("password", "1234567890"))
                            .body())
                    .contains("Kẻ gian thử");
            assertThat(here.post("/account/password", Map.of("password", other)).statusCode())
                    .isEqualTo(302);
            assertThat(there.get("/account").statusCode()).isEqualTo(302);
            assertThat(here.get("/account?done=password").body()).contains("Đã đổi mật khẩu");
            assertThat(there.signIn(account.name(), Visitors.PASSWORD).statusCode())
                    .isEqualTo(422);
            accounts.setPassword(account.id(), Visitors.PASSWORD, Visitors.JOB);
            assertThat(here.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void givesASessionANewIdAtSignIn() {
        AccountView account = Visitors.account(accounts);
        try (Web web = Visitors.enter(port, account)) {
            String before = id(account);
            assertThat(web.signIn(account.name(), Visitors.PASSWORD).statusCode())
                    .isEqualTo(302);
            assertThat(id(account)).isNotEqualTo(before);
        }
    }

    private String id(AccountView account) {
        return jdbc.sql("select session_id from access.spring_session where principal_name = :account")
                .param("account", account.id().toString())
                .query(String.class)
                .single();
    }

    private Web withFirefox(AccountView account) {
        Web web = new Web(port);
        web.get("/sign-in");
        var answer = web.send(web.request("/sign-in")
                .header("User-Agent", FIREFOX)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        web.form(Map.of("username", account.name(), "password", Visitors.PASSWORD))))
                .build());
        assertThat(answer.statusCode()).isEqualTo(302);
        return web;
    }

    private static Instant ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private static String handle(String page) {
        Matcher handle = END.matcher(page);
        assertThat(handle.find()).as(page).isTrue();
        return handle.group(1);
    }
}
