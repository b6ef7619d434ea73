package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.shared.Actor;

/// Signing in, over HTTP, with the demonstration's people.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class SignInTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    @Proves("H6.1")
    void letsAPersonInWithNameAndPassword() {
        try (Web web = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(web.get("/").body()).contains("Trần Thị Mỹ Hạnh");
        }
    }

    @Test
    @Proves("H6.1")
    void saysTheSameWhetherTheNameOrThePasswordIsWrongAndKeepsWhatWasTyped() {
        try (Web web = new Web(port)) {
            var wrongPassword = web.signIn("chutichxa", "khong phai mat khau nay");
            var nobody = web.signIn("khong.co.ai", "khong phai mat khau nay");
            assertThat(wrongPassword.statusCode()).isEqualTo(422);
            assertThat(nobody.statusCode()).isEqualTo(422);
            assertThat(wrongPassword.body()).contains("Bạn còn 4 lần thử", "value=\"chutichxa\"");
            assertThat(nobody.body()).contains("Bạn còn 4 lần thử");
        }
    }

    @Test
    @Proves("H6.1")
    void locksANameAfterFiveWrongPasswordsAlsoForTheRightOne() {
        try (Web web = new Web(port)) {
            for (int time = 1; time <= 4; time++) {
                assertThat(web.signIn("vanthuxa", "sai " + time).statusCode()).isEqualTo(422);
            }
            assertThat(web.signIn("vanthuxa", "sai 5").statusCode()).isEqualTo(429);
            assertThat(web.signIn("vanthuxa", DemonstrationAccount.PASSWORD).statusCode())
                    .isEqualTo(429);

            jdbc.sql(
                            "update access.sign_in_failure set locked_until = now() - interval '1 second', last_at = now() - interval '1 hour'")
                    .update();
            assertThat(web.signIn("vanthuxa", DemonstrationAccount.PASSWORD).statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    @Proves("H6.6")
    void refusesAFormWithoutItsToken() {
        try (Web web = new Web(port)) {
            web.get("/sign-in");
            var answer = web.post(
                    "/sign-in",
                    Map.of("username", "vanthu", "password", DemonstrationAccount.PASSWORD, "_csrf", "forged"));
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    @Proves("H6.6")
    void sendsStrictHeaders() {
        try (Web web = new Web(port)) {
            var headers = web.get("/sign-in").headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.allValues("Set-Cookie"))
                    .allMatch(cookie -> cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly"));
        }
    }

    @Test
    @Proves("H6.2")
    void takesTheRightAwayAtTheNextRequestWhenThePostIsLeft() {
        try (Web web = Web.as(port, DemonstrationAccount.DEPARTMENT_HEAD)) {
            assertThat(web.get("/").statusCode()).isEqualTo(200);
            var officer = DemonstrationOfficer.DEPARTMENT_HEAD.id().value();
            jdbc.sql("update organization.holding set valid_to = valid_from where officer = :officer")
                    .param("officer", officer)
                    .update();
            try {
                assertThat(web.get("/").statusCode()).isEqualTo(302);
            } finally {
                jdbc.sql("update organization.holding set valid_to = null where officer = :officer")
                        .param("officer", officer)
                        .update();
            }
        }
    }

    @Test
    @Proves("H6.2")
    void endsTheSessionOfASuspendedAccount() {
        AccountView account = accounts.findByName("chiso").orElseThrow();
        try (Web web = Web.as(port, DemonstrationAccount.INDEX)) {
            assertThat(web.get("/").statusCode()).isEqualTo(200);
            accounts.suspend(account.id(), new Actor.Job("test"));
            assertThat(web.get("/").statusCode()).isEqualTo(302);
            assertThat(web.signIn("chiso", DemonstrationAccount.PASSWORD).statusCode())
                    .isEqualTo(422);
        } finally {
            accounts.restore(account.id(), new Actor.Job("test"));
        }
    }

    @Test
    @Proves("H6.2")
    void endsASessionAtSignOut() {
        try (Web web = Web.as(port, DemonstrationAccount.CLERK)) {
            web.get("/");
            assertThat(web.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
            assertThat(web.get("/").statusCode()).isEqualTo(302);
        }
    }

    @Test
    @Proves("H6.2")
    void endsASessionAfterTwelveHoursHoweverBusy() {
        try (Web web = Web.as(port, DemonstrationAccount.CHAIRMAN)) {
            assertThat(web.get("/").statusCode()).isEqualTo(200);
            String account = accounts.findByName("chutich").orElseThrow().id().toString();
            age(sessions, account);
            assertThat(web.get("/").statusCode()).isEqualTo(302);
        }
    }

    private static <S extends Session> void age(FindByIndexNameSessionRepository<S> sessions, String account) {
        for (S session : sessions.findByPrincipalName(account).values()) {
            session.setAttribute(
                    "since", Instant.now().minus(Duration.ofHours(13)).toEpochMilli());
            sessions.save(session);
        }
    }

    @Test
    @Proves("H6.4")
    void switchesTheActingPostAndRecordsIt() {
        try (Web web = Web.as(port, DemonstrationAccount.ADMIN)) {
            String home = web.get("/").body();
            assertThat(home).contains("Quản trị hệ thống · Văn phòng UBND tỉnh");
            String clerk = jdbc.sql("""
                            select h.post::text from organization.holding h where h.officer = :officer and not h.main
                            """)
                    .param("officer", DemonstrationOfficer.ADMINISTRATOR.id().value())
                    .query(String.class)
                    .single();
            assertThat(web.post("/acting-post", Map.of("post", clerk)).statusCode())
                    .isEqualTo(302);
            assertThat(web.get("/").body()).contains("Văn thư · Văn phòng UBND tỉnh");
            assertThat(web.get("/api/clock", "application/json").statusCode()).isEqualTo(200);
            String foreign = jdbc.sql("select post::text from organization.holding where officer = :officer limit 1")
                    .param("officer", DemonstrationOfficer.CHAIRMAN.id().value())
                    .query(String.class)
                    .single();
            assertThat(web.post("/acting-post", Map.of("post", foreign)).statusCode())
                    .isEqualTo(403);
        }
    }

    /// Two pages of one session: what was shown under one post is not done under the other.
    @Test
    @Proves("H6.4")
    void doesNothingUnderAnotherPostThanTheFormWasShownUnder() {
        try (Web web = Web.as(port, DemonstrationAccount.ADMIN)) {
            String form = web.get("/absences").body();
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
            assertThat(token.find()).isTrue();
            String shown = token.group(1);
            String clerk = jdbc.sql("""
                            select h.post::text from organization.holding h where h.officer = :officer and not h.main
                            """)
                    .param("officer", DemonstrationOfficer.ADMINISTRATOR.id().value())
                    .query(String.class)
                    .single();
            web.post("/acting-post", Map.of("post", clerk));
            var late = web.post("/absences", Map.of("_csrf", shown, "from", "2024-12-02", "to", "2024-12-02"));
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("Trang này mở khi bạn dùng chức vụ khác");
            assertThat(web.post("/acting-post", Map.of("_csrf", shown, "post", clerk))
                            .statusCode())
                    .as("an old page still switches")
                    .isEqualTo(302);
            assertThat(web.post("/absences", Map.of("_csrf", shown + "0", "from", "2024-12-02", "to", "2024-12-02"))
                            .statusCode())
                    .as("a forged standing")
                    .isEqualTo(409);
        }
    }

    @Test
    @Proves("H6.6")
    void redirectsOnlyToItsOwnPages() {
        try (Web web = new Web(port)) {
            web.get("/sign-in");
            var answer = web.post(
                    "/sign-in",
                    Map.of("username", "vanthu", "password", DemonstrationAccount.PASSWORD, "next", "//evil.example/"));
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/");
            assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil");
        }
    }
}
