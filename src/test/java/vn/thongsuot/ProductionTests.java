package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// A production installation: nothing of the demonstration, and a log that can be given away.
@ExtendWith(OutputCaptureExtension.class)
class ProductionTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final String NAME = "nguyen.thi.bi.mat";
    private static final String PASSWORD = "Cau-vong-sau-mua-2024"; // not-a-secret

    @Test
    @Proves("H1.11")
    void knowsNothingOfTheDemonstration() {
        try (Node node = production();
                Web web = new Web(node.port())) {
            String signIn = web.get("/sign-in").body();
            assertThat(signIn).doesNotContain("vanthu", "demonstration");
            assertThat(web.post("/demonstration/sign-in", Map.of("account", "ADMIN"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(web.send(web.request("/api/demonstration/tokens")
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"user\": \"admin\"}"))
                                    .build())
                            .statusCode())
                    .isEqualTo(404);
            JdbcClient jdbc = node.bean(JdbcClient.class);
            assertThat(count(jdbc, "select count(*) from organization.agency")).isZero();
            assertThat(count(jdbc, "select count(*) from access.account")).isZero();
            assertThat(count(jdbc, "select count(*) from shared.demonstration_part"))
                    .isZero();
        }
    }

    @Test
    @Proves({"H1.11", "H3.1"})
    void hasAClockThatCannotBeMoved() {
        try (Node node = production();
                Web web = new Web(node.port())) {
            String token = token(node, account(node));
            var moved = web.send(web.request("/api/clock")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"rate\": 2}"))
                    .build());
            assertThat(moved.statusCode()).isEqualTo(403);
            assertThat(moved.body()).contains("shared.clock-fixed");
        }
    }

    @Test
    @Proves({"H1.11", "H6.6"})
    void tellsBrowsersBehindAProxyToStayOnHttps() {
        try (Node node = production();
                Web web = new Web(node.port())) {
            var answer = web.send(web.request("/sign-in")
                    .header("Accept", "text/html")
                    .header("X-Forwarded-Proto", "https")
                    .build());
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000", "includeSubDomains");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    @Test
    @Proves("H1.11")
    void logsJsonWithoutNamesPasswordsOrTokens(CapturedOutput output) {
        String token;
        try (Node node = production();
                Web web = new Web(node.port())) {
            AccountId account = account(node);
            token = token(node, account);
            web.signIn("nguoi.la.mat", PASSWORD + "?");
            for (int time = 0; time < 6; time++) {
                web.signIn(NAME, PASSWORD + time);
            }
            node.bean(JdbcClient.class)
                    .sql("delete from access.sign_in_failure")
                    .update();
            assertThat(web.signIn(NAME, PASSWORD).statusCode()).isEqualTo(302);
            web.get("/");
            web.get("/khong-co-trang-nay?name=" + NAME);
            web.post("/acting-post", Map.of("post", NAME));
            web.post("/sign-out", Map.of());
            for (String bearer : List.of(token, "ts_bia_dat")) {
                web.send(web.request("/api/clock")
                        .header("Authorization", "Bearer " + bearer)
                        .build());
                web.send(web.request("/api/clock")
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"at\": \"" + NAME + "\"}"))
                        .build());
            }
            // Things that really fail: a reference and the stack are logged, the row and what was typed are not.
            assertThatThrownBy(() -> node.bean(JdbcClient.class)
                            .sql("insert into access.account select * from access.account")
                            .update())
                    .satisfies(failure -> assertThat(String.valueOf(failure)).doesNotContain(NAME, account.toString()));
            node.bean(JdbcClient.class)
                    .sql("alter table access.account rename to account_gone")
                    .update();
            assertThat(web.signIn(NAME, PASSWORD).statusCode()).isEqualTo(500);
        }
        List<String> lines =
                output.getAll().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines)
                .as("lines of the log")
                .isNotEmpty()
                .allSatisfy(line -> assertThat(new JsonMapper().readTree(line).has("@timestamp"))
                        .as(line)
                        .isTrue());
        assertThat(output.getAll()).contains("\"level\":\"ERROR\"");
        assertThat(output.getAll()).doesNotContain(NAME, "nguoi.la.mat", PASSWORD, token, "ts_bia_dat");
    }

    @Test
    @Proves("H1.11")
    void doesNotStartOnAValueThatCannotBe(CapturedOutput output) {
        assertThatThrownBy(() -> Node.start(TestDatabases.create(), "--thongsuot.province="))
                .isNotNull();
        assertThat(output.getAll()).contains("thongsuot.province", "must not be blank");
    }

    private static Node production() {
        return Node.start(TestDatabases.create(), "--spring.profiles.active=production");
    }

    private static AccountId account(Node node) {
        return node.bean(Accounts.class).open(NAME, null, PASSWORD, JOB);
    }

    private static String token(Node node, AccountId account) {
        return node.bean(Tokens.class).issue(account, "log", null, 1, JOB);
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
