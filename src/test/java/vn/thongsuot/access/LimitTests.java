package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.Web;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// What the server takes from one caller, over HTTP and over a bare socket. Callers from elsewhere are played through
/// `X-Forwarded-For`, which a proxy on this machine is believed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final int MEGABYTE = 1024 * 1024;

    private Node node;

    @BeforeAll
    void start() {
        node = Node.start(
                TestDatabases.create(),
                "--thongsuot.demonstration=false",
                "--server.tomcat.connection-timeout=1s",
                "--thongsuot.access.limits.address-burst=300",
                "--thongsuot.access.limits.address-per-second=0.1",
                "--thongsuot.access.limits.programs-burst=50",
                "--thongsuot.access.limits.programs-per-second=0.1");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Proves("H6.6")
    void slowsAnAddressThatTriesToEnterTooOften() {
        try (Web web = new Web(node.port())) {
            for (int time = 0; time < 60; time++) {
                assertThat(enter(web, "203.0.113.7").statusCode())
                        .as("try " + time)
                        .isEqualTo(403);
            }
            HttpResponse<String> refused = enter(web, "203.0.113.7");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("Quá nhiều yêu cầu trong thời gian ngắn", "<html");
            assertStrict(refused);
            assertThat(enter(web, "203.0.113.8").statusCode()).as("a neighbour").isEqualTo(403);
            assertThat(from(web, "/sign-in", "203.0.113.7").statusCode())
                    .as("looking is not trying")
                    .isEqualTo(200);
        }
    }

    @Test
    @Proves("H6.6")
    void slowsAnAddressThatFloods() {
        try (Web web = new Web(node.port())) {
            Set<Integer> seen = new LinkedHashSet<>();
            HttpResponse<String> last = null;
            for (int time = 0; time < 400 && !seen.contains(429); time++) {
                last = api(web, "198.51.100.9", "ts_unknown");
                seen.add(last.statusCode());
            }
            assertThat(seen).containsExactly(401, 429);
            assertThat(last.headers().firstValue("Content-Type")).contains("application/problem+json;charset=UTF-8");
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(last.body()).contains("/problems/shared.too-many-requests", "\"status\":429");
            assertStrict(last);
            assertThat(api(web, "198.51.100.10", "ts_unknown").statusCode()).isEqualTo(401);
        }
    }

    @Test
    @Proves("H6.6")
    void slowsAnAccountWhereverItAsksFrom() {
        String busy = token("chuong.trinh");
        String calm = token("chuong.trinh.khac");
        try (Web web = new Web(node.port())) {
            HttpResponse<String> last = null;
            for (int time = 0; time < 100 && (last == null || last.statusCode() == 200); time++) {
                last = api(web, "192.0.2." + (time % 200 + 1), busy);
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(api(web, "192.0.2.1", calm).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Proves("H6.6")
    void slowsAnAccountThatAsksForCostlyThings() {
        String token = token("tinh.nhieu");
        try (Web web = new Web(node.port())) {
            String costly = "/organization/reorganisations/" + java.util.UUID.randomUUID() + "/impact";
            for (int time = 0; time < 20; time++) {
                assertThat(bearer(web, costly, token).statusCode()).isEqualTo(404);
            }
            HttpResponse<String> last = bearer(web, costly, token);
            for (int time = 0; time < 5 && last.statusCode() == 404; time++) {
                last = bearer(web, costly, token);
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(api(web, "192.0.2.250", token).statusCode())
                    .as("everything else goes on")
                    .isEqualTo(200);
        }
    }

    @Test
    @Proves("H6.6")
    void believesOnlyAProxyOnThisMachine() {
        try (Web web = new Web(node.port())) {
            for (int time = 0; time < 60; time++) {
                enter(web, "10.1.2.3");
            }
            assertThat(enter(web, "192.0.2.77, 10.1.2.3").statusCode())
                    .as("an office's computer, which is no proxy, may not name another address")
                    .isEqualTo(429);
        }
    }

    @Test
    @Proves("H6.6")
    void takesLittleFromStrangers() {
        try (Web web = new Web(node.port())) {
            web.get("/sign-in");
            byte[] body = new byte[17 * 1024];
            for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
                assertTooLarge(post(web, "/sign-in", type, BodyPublishers.ofByteArray(body)));
            }
            assertTooLarge(post(web, "/api/clock", "application/json", BodyPublishers.ofByteArray(body)));
        }
    }

    @Test
    @Proves("H6.6")
    void refusesABodyLargerThanItsKindMayBe() {
        String token = token("gui.nhieu");
        try (Web web = new Web(node.port())) {
            byte[] body = new byte[MEGABYTE + 1];
            assertTooLarge(put(web, token, BodyPublishers.ofByteArray(body)));
            byte[] json = ("{\"rate\": 1, \"x\": \"" + "y".repeat(MEGABYTE) + "\"}").getBytes(StandardCharsets.UTF_8);
            assertTooLarge(put(web, token, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json))));
            byte[] form = ("account=" + "y".repeat(MEGABYTE)).getBytes(StandardCharsets.UTF_8);
            var chunked = web.send(web.request("/sign-in")
                    .header("Accept", "text/html")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)))
                    .build());
            assertThat(chunked.statusCode()).isEqualTo(413);
            assertStrict(chunked);
        }
    }

    @Test
    @Proves("H6.6")
    void saysNothingOfItselfToARequestThatIsNone() throws IOException {
        String large = raw("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "y".repeat(40_000) + "\r\n\r\n");
        assertThat(large).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Apache", "java.", "Exception");
        String garbled = raw("GET /sign-in\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(garbled).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Apache", "java.", "Exception");
        assertThat(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Tomcat", "Apache");
    }

    @Test
    @Proves("H6.6")
    void doesNotWaitForSlowSenders() throws IOException {
        long began = System.nanoTime();
        raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 1000\r\n\r\nusername=");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        began = System.nanoTime();
        raw("GET /sign-in HTTP/1.1\r\nHost: loc");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    /// Sends `request` and reads until the server ends the connection.
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", node.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String token(String name) {
        AccountId account = node.bean(Accounts.class).open(name, null, "Cau-vong-sau-mua-2024", JOB); // not-a-secret
        return node.bean(Tokens.class).issue(account, "thử", null, 1, JOB);
    }

    private static HttpResponse<String> enter(Web web, String address) {
        return web.send(web.request("/sign-in")
                .header("X-Forwarded-For", address)
                .header("Accept", "text/html")
                .header("Accept-Language", "vi")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=a&password=b"))
                .build());
    }

    private static HttpResponse<String> from(Web web, String path, String address) {
        return web.send(web.request(path)
                .header("X-Forwarded-For", address)
                .header("Accept", "text/html")
                .build());
    }

    private static HttpResponse<String> api(Web web, String address, String token) {
        return web.send(web.request("/api/clock")
                .header("X-Forwarded-For", address)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static HttpResponse<String> bearer(Web web, String path, String token) {
        return web.send(web.request(path)
                .header("Accept", "text/html")
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static HttpResponse<String> post(Web web, String path, String type, BodyPublisher body) {
        return web.send(web.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", web.csrf())
                .POST(body)
                .build());
    }

    private static HttpResponse<String> put(Web web, String token, BodyPublisher body) {
        return web.send(web.request("/api/clock")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(body)
                .build());
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertStrict(answer);
    }

    private static void assertStrict(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
}
