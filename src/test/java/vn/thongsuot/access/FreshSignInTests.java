package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;

/// Dangerous acts ask again who one is, and go on with all that was typed.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H6.2")
class FreshSignInTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Tokens tokens;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> repository;

    @Test
    void aPageIsLeftForTheQuestionAndComesBack() {
        AccountView account = Visitors.account(accounts);
        try (Web web = stale(account)) {
            var sent = web.get("/account/password");
            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(sent.headers().firstValue("Location").orElse(""))
                    .endsWith("/sign-in/again?next=%2Faccount%2Fpassword");
            assertThat(web.get("/sign-in/again?next=%2Faccount%2Fpassword").body())
                    .contains("Xác nhận lại", "value=\"/account/password\"");
            var wrong = web.post("/sign-in/again", Map.of("next", "/account/password", "again-password", "sai"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("Bạn còn 4 lần thử", "value=\"/account/password\"");
            var right = web.post(
                    "/sign-in/again", Map.of("next", "/account/password", "again-password", Visitors.PASSWORD));
            assertThat(right.headers().firstValue("Location").orElse("")).endsWith("/account/password");
            assertThat(web.get("/account/password").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFormIsKeptWithAllThatWasTypedUntilItIsAnswered() {
        AccountView account = Visitors.account(accounts);
        try (Web web = stale(account)) {
            Map<String, String> typed =
                    Map.of("label", "Đồng bộ \"danh bạ\" <thử>", "permission", "DIRECTORY_VIEW", "days", "30");
            var asked = web.post("/account/tokens", typed);
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.body())
                    .contains(
                            "action=\"/account/tokens\"",
                            "Xác nhận lại",
                            "value=\"Đồng bộ &#34;danh bạ&#34; &lt;thử>\"",
                            "name=\"permission\" value=\"DIRECTORY_VIEW\"",
                            "name=\"days\" value=\"30\"");
            assertThat(tokens.of(account.id())).isEmpty();
            var wrong = web.post("/account/tokens", with(typed, "sai"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("Mật khẩu chưa đúng", "name=\"days\" value=\"30\"");
            assertThat(tokens.of(account.id())).isEmpty();
            var done = web.post("/account/tokens", with(typed, Visitors.PASSWORD));
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(done.body()).contains("value=\"ts_");
            assertThat(tokens.of(account.id()))
                    .extracting(Tokens.TokenView::label)
                    .containsExactly("Đồng bộ \"danh bạ\" <thử>");
        }
    }

    /// What lets somebody else do more: each would outlive a borrowed screen.
    @Test
    void whatGivesRightsAsksAgain() {
        String id = "/00000000-0000-0000-0000-000000000000";
        try (Web web = stale(Visitors.account(accounts))) {
            for (String path : List.of(
                    "/delegations",
                    "/absences",
                    "/organization/agencies" + id + "/posts",
                    "/organization/posts" + id + "/holdings",
                    "/organization/imports" + id + "/application",
                    "/organization/reorganisations" + id + "/approval")) {
                var asked = web.post(path, Map.of("title", "Điều đã gõ"));
                assertThat(asked.statusCode()).as(path).isEqualTo(200);
                assertThat(asked.body()).contains("action=\"" + path + "\"", "Xác nhận lại", "value=\"Điều đã gõ\"");
            }
        }
    }

    /// Looking for a person gives nothing away: only sending asks.
    @Test
    void lookingForAPersonDoesNotAsk() {
        try (Web web = stale(Visitors.account(accounts))) {
            for (String path : List.of("/delegations", "/absences")) {
                Map<String, String> typed = Map.of("q", "tran thi my hanh", "to", "31/12/2030");
                var found = web.post(path, more(typed, "find", "1"));
                assertThat(found.statusCode()).as(path).isEqualTo(200);
                assertThat(found.body()).as(path).doesNotContain("Xác nhận lại");
                if (path.equals("/absences")) {
                    // This account has nothing to lend: the other page has no form for it.
                    assertThat(found.body()).contains("value=\"tran thi my hanh\"", "value=\"31/12/2030\"");
                }
                assertThat(web.post(path, typed).body()).as(path).contains("Xác nhận lại");
            }
        }
    }

    @Test
    void fiveWrongAnswersLockTheName() {
        AccountView account = Visitors.account(accounts);
        try (Web web = stale(account)) {
            for (int time = 1; time <= 5; time++) {
                assertThat(web.post("/account/one-time-codes/end", Map.of("again-password", "sai"))
                                .statusCode())
                        .isEqualTo(time < 5 ? 422 : 429);
            }
            assertThat(web.post("/sign-in/again", Map.of("again-password", Visitors.PASSWORD))
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void aProgramCannotProveAndIsRefused() {
        AccountView account = Visitors.account(accounts);
        String token = tokens.issue(account.id(), "chương trình", null, 1, Visitors.JOB);
        try (Web web = new Web(port)) {
            var answer = web.send(web.request("/account/tokens")
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "label=x&permission=DIRECTORY_VIEW&days=1&again-password=" + Visitors.PASSWORD))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("access.sign-in-again");
            assertThat(tokens.of(account.id())).hasSize(1);
        }
    }

    @Test
    void theQuestionAloneLeadsNowhere() {
        AccountView account = Visitors.account(accounts);
        try (Web web = stale(account);
                Web stranger = new Web(port)) {
            assertThat(web.post("/sign-in/again/question", Map.of())
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/account");
            stranger.get("/sign-in");
            for (String path : Set.of("/sign-in/again", "/sign-in/again/question", "/sign-in/again/passkey")) {
                assertThat(stranger.post(path, Map.of())
                                .headers()
                                .firstValue("Location")
                                .orElse(""))
                        .as(path)
                        .endsWith("/sign-in");
            }
            assertThat(web.get("/sign-in/again?next=//evil.example").body()).doesNotContain("evil.example");
        }
    }

    private Web stale(AccountView account) {
        Web web = Visitors.enter(port, account);
        Visitors.age(repository, account.id(), "proved", Instant.now().minus(Duration.ofMinutes(11)));
        return web;
    }

    private static Map<String, String> with(Map<String, String> typed, String password) {
        return more(typed, "again-password", password);
    }

    private static Map<String, String> more(Map<String, String> typed, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(typed);
        more.put(name, value);
        return more;
    }
}
