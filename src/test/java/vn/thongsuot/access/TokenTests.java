package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Refusal;

/// API tokens: hashed, scoped, expiring; and the clock they may move.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class TokenTests {

    private static final Actor JOB = new Actor.Job("test");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Proves("H1.8")
    void givesATokenOfTheDemonstrationToThisMachine() {
        try (Web web = new Web(port)) {
            var answer = web.send(web.request("/api/demonstration/tokens")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"user\": \"admin\", \"days\": 1}"))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(200);
            String token = answer.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
            assertThat(clock(web, token).statusCode()).isEqualTo(200);
            var forwarded = web.send(web.request("/api/demonstration/tokens")
                    .header("Content-Type", "application/json")
                    .header("X-Forwarded-For", "203.0.113.9")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"user\": \"admin\"}"))
                    .build());
            assertThat(forwarded.statusCode()).isEqualTo(403);
        }
    }

    /// A stranger's page may have its name point to this machine: its requests come from here, but ask for that name.
    @Test
    @Proves("H6.2")
    void givesNoTokenToAPageThatCallsThisMachineByAnotherName() throws IOException {
        String body = "{\"user\": \"admin\"}";
        for (String host : List.of("evil.example:" + port, "localhost.evil.example", "localhost:" + port)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write("""
                        POST /api/demonstration/tokens HTTP/1.1\r
                        Host: %s\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        Connection: close\r
                        \r
                        %s""".formatted(host, body.length(), body).getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).as(host).startsWith(host.contains("evil") ? "HTTP/1.1 403" : "HTTP/1.1 200");
            }
        }
    }

    @Test
    @Proves("H6.2")
    void keepsOnlyTheHash() {
        String token = tokens.issue(account("admin").id(), "thử", null, 1, JOB);
        assertThat(jdbc.sql("select count(*) from access.api_token where encode(hash, 'escape') like '%ts\\_%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(token).startsWith("ts_").hasSizeGreaterThan(40);
    }

    @Test
    @Proves("H6.2")
    void refusesAnUnknownAnExpiredAndARevokedToken() {
        AccountView admin = account("admin");
        try (Web web = new Web(port)) {
            assertThat(clock(web, "ts_nobody").statusCode()).isEqualTo(401);
            String expired = tokens.issue(admin.id(), "cũ", null, 1, JOB);
            jdbc.sql("update access.api_token set expires_at = now() - interval '1 second' where label = 'cũ'")
                    .update();
            assertThat(clock(web, expired).statusCode()).isEqualTo(401);
            String revoked = tokens.issue(admin.id(), "thu hồi", null, 1, JOB);
            var view = tokens.of(admin.id()).stream()
                    .filter(known -> known.label().equals("thu hồi"))
                    .findFirst()
                    .orElseThrow();
            assertThat(clock(web, revoked).statusCode()).isEqualTo(200);
            tokens.revoke(admin.id(), view.id(), JOB);
            assertThat(clock(web, revoked).statusCode()).isEqualTo(401);
        }
    }

    @Test
    @Proves({"H6.2", "H6.3"})
    void doesNoMoreThanTheTokenAndTheAccountMay() {
        try (Web web = new Web(port)) {
            String narrow = tokens.issue(account("admin").id(), "hẹp", Set.of("CLOCK_VIEW"), 1, JOB);
            assertThat(clock(web, narrow).statusCode()).isEqualTo(200);
            assertThat(move(web, narrow).statusCode())
                    .as("the token is limited")
                    .isEqualTo(403);
            String clerk = tokens.issue(account("vanthu").id(), "văn thư", null, 1, JOB);
            assertThat(move(web, clerk).statusCode())
                    .as("a clerk may not move the clock")
                    .isEqualTo(403);
            String whole = tokens.issue(account("admin").id(), "đủ", null, 1, JOB);
            assertThat(move(web, whole).statusCode()).isEqualTo(200);
        }
    }

    /// A program acts as the post its token was issued under, and as no other when that is lost.
    @Test
    @Proves({"H6.2", "H6.5"})
    void actsUnderThePostItWasIssuedUnder() {
        AccountView clerk = account("vanthu");
        OfficerId person = DemonstrationOfficer.CLERK.id();
        PostId held = directory.holdings(person).getFirst().post();
        PostId lost = directory
                .holdings(DemonstrationOfficer.CHAIRMAN.id())
                .getFirst()
                .post();
        try (Web web = new Web(port)) {
            assertThat(clock(web, issued(clerk, person, held)).statusCode()).isEqualTo(200);
            assertThat(clock(web, issued(clerk, person, lost)).statusCode()).isEqualTo(401);
        }
    }

    /// It would be bound to no post of its owner's, and outlive what was lent.
    @Test
    @Proves({"H6.2", "H6.5"})
    void isNotIssuedToWhoStandsInForSomebody() {
        AccountView clerk = account("vanthu");
        PostId post = directory
                .holdings(DemonstrationOfficer.CHAIRMAN.id())
                .getFirst()
                .post();
        Actor by = new Actor.Officer(
                clerk.id(),
                DemonstrationOfficer.CLERK.id(),
                post,
                directory.post(post).orElseThrow().agency(),
                UUID.randomUUID());
        assertThatThrownBy(() -> tokens.issue(clerk.id(), "thay người khác", null, 1, by))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.problem()).isEqualTo(AccessProblem.TOKEN_LENT));
    }

    private String issued(AccountView account, OfficerId person, PostId post) {
        Actor by = new Actor.Officer(
                account.id(), person, post, directory.post(post).orElseThrow().agency(), null);
        return tokens.issue(account.id(), "theo chức vụ", null, 1, by);
    }

    private AccountView account(String name) {
        return accounts.findByName(name).orElseThrow();
    }

    private static HttpResponse<String> clock(Web web, String token) {
        return web.send(web.request("/api/clock")
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static HttpResponse<String> move(Web web, String token) {
        return web.send(web.request("/api/clock")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"rate\": 2}"))
                .build());
    }
}
