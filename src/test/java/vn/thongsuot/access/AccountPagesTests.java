package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;

/// The pages of one's own account: who may open them, and what tokens issued there may do.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class AccountPagesTests {

    private static final Pattern TOKEN = Pattern.compile("value=\"(ts_[A-Za-z0-9_-]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Tokens tokens;

    @ParameterizedTest
    @Proves({"H6.1", "H6.2"})
    @ValueSource(
            strings = {
                "/account",
                "/account/password",
                "/account/one-time-codes",
                "/account/one-time-codes/new",
                "/account/passkeys",
                "/account/sessions",
                "/account/tokens",
                "/account/tokens/new",
                "/sign-in/again"
            })
    void onlySomebodySignedInWithTheRightOpensAPage(String path) {
        AccountView account = Visitors.account(accounts);
        String narrow = tokens.issue(account.id(), "hẹp", Set.of("CLOCK_VIEW"), 1, Visitors.JOB);
        try (Web nobody = new Web(port);
                Web web = Visitors.enter(port, account)) {
            assertThat(nobody.get(path).headers().firstValue("Location").orElse(""))
                    .contains("/sign-in?next=");
            assertThat(nobody.send(nobody.request(path)
                                    .header("Authorization", "Bearer " + narrow)
                                    .build())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(web.get(path).statusCode()).isIn(200, path.equals("/sign-in/again") ? 302 : 200);
        }
    }

    @ParameterizedTest
    @Proves({"H6.1", "H6.2"})
    @ValueSource(
            strings = {
                "/account/password",
                "/account/one-time-codes",
                "/account/one-time-codes/recovery",
                "/account/one-time-codes/end",
                "/webauthn/register/options",
                "/webauthn/register",
                "/account/passkeys/0192a000-0000-7000-8000-000000000000/name",
                "/account/passkeys/0192a000-0000-7000-8000-000000000000/removal",
                "/account/sessions/0192a000-0000-7000-8000-000000000000/end",
                "/account/sessions/others/end",
                "/account/tokens",
                "/account/tokens/0192a000-0000-7000-8000-000000000000/revocation"
            })
    void onlySomebodySignedInWithTheRightDoesAnything(String path) {
        AccountView account = Visitors.account(accounts);
        String narrow = tokens.issue(account.id(), "hẹp", Set.of("CLOCK_VIEW"), 1, Visitors.JOB);
        try (Web nobody = new Web(port)) {
            nobody.get("/sign-in");
            assertThat(nobody.post(path, Map.of())
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/sign-in");
            var refused = nobody.send(nobody.request(path)
                    .header("Authorization", "Bearer " + narrow)
                    .header("Accept", "application/json")
                    .header(
                            "Content-Type",
                            path.equals("/webauthn/register")
                                    ? "application/json"
                                    : "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            path.equals("/webauthn/register") ? "{}" : "password=x"))
                    .build());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("shared.not-allowed");
        }
    }

    @Test
    @Proves("H6.2")
    void issuesATokenShownOnceThatDoesWhatWasChosenAndIsRevoked() {
        AccountView account = Visitors.account(accounts);
        try (Web web = Visitors.enter(port, account)) {
            web.get("/account/tokens/new");
            assertThat(web.post("/account/tokens", Map.of("label", "Đọc giờ", "days", "7"))
                            .body())
                    .contains("Chọn ít nhất một quyền", "value=\"Đọc giờ\"");
            assertThat(web.post("/account/tokens", Map.of("label", "x", "days", "7", "permission", "NO_SUCH_RIGHT"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(web.post("/account/tokens", Map.of("label", "x", "days", "5000", "permission", "CLOCK_VIEW"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(web.post(
                                    "/account/tokens",
                                    Map.of("label", "a".repeat(300), "days", "7", "permission", "CLOCK_VIEW"))
                            .statusCode())
                    .isEqualTo(422);
            String page = web.post(
                            "/account/tokens", Map.of("label", "Đọc giờ", "days", "7", "permission", "CLOCK_VIEW"))
                    .body();
            Matcher found = TOKEN.matcher(page);
            assertThat(found.find()).as(page).isTrue();
            String token = found.group(1);
            assertThat(web.get("/account/tokens").body())
                    .contains("Đọc giờ", "Xem đồng hồ nghiệp vụ", "chưa dùng")
                    .doesNotContain(token);
            assertThat(with(web, token, "/api/clock")).isEqualTo(200);
            assertThat(with(web, token, "/api/agencies")).isIn(403, 404);
            assertThat(with(web, token, "/account")).isEqualTo(403);
            assertThat(web.get("/account/tokens").body()).contains("dùng lần cuối");
            UUID id = tokens.of(account.id()).getFirst().id();
            assertThat(web.post("/account/tokens/" + id + "/revocation", Map.of())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(with(web, token, "/api/clock")).isEqualTo(401);
        }
    }

    @Test
    @Proves("H6.2")
    void nobodySeesOrRevokesAnothersToken() {
        AccountView owner = Visitors.account(accounts);
        tokens.issue(owner.id(), "mã của người khác", null, 1, Visitors.JOB);
        UUID id = tokens.of(owner.id()).getFirst().id();
        try (Web stranger = Visitors.enter(port, Visitors.account(accounts))) {
            assertThat(stranger.get("/account/tokens").body()).doesNotContain("mã của người khác", id.toString());
            assertThat(stranger.post("/account/tokens/" + id + "/revocation", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(tokens.of(owner.id())).hasSize(1);
        }
    }

    @Test
    @Proves("H6.2")
    void anOfficerCannotGiveATokenMoreThanTheyHave() {
        try (Web clerk = Web.as(port, DemonstrationAccount.COMMUNE_CLERK)) {
            assertThat(clerk.get("/account/tokens/new").body())
                    .contains("DIRECTORY_VIEW")
                    .doesNotContain("ACCESS_MANAGE");
            assertThat(clerk.post(
                                    "/account/tokens",
                                    Map.of("label", "leo quyền", "days", "7", "permission", "ACCESS_MANAGE"))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    @Proves("H6.1")
    void theOverviewSaysWhatStandsWhere() {
        try (Web clerk = Web.as(port, DemonstrationAccount.COMMUNE_CLERK)) {
            assertThat(clerk.get("/account").body())
                    .contains("Sơn Thị Thanh Thủy", "vanthuxa", "Mã dùng một lần", "Khóa truy cập")
                    .containsPattern("[1-9]\\d* nơi");
            assertThat(List.of(clerk.get("/").body())).allMatch(page -> page.contains("href=\"/account\""));
        }
    }

    private static int with(Web web, String token, String path) {
        return web.send(web.request(path)
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }
}
