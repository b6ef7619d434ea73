package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.shared.Actor;

/// What an operator sees of a running node: measures for Prometheus, spans at a collector.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservationTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final String MEASURES = "/actuator/prometheus";

    private final Queue<String> spans = new ConcurrentLinkedQueue<>();
    private HttpServer collector;
    private Node node;

    @BeforeAll
    void start() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body =
                    zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                spans.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        node = Node.start(
                TestDatabases.province(),
                "--thongsuot.demonstration=true",
                // What the standard OTEL_EXPORTER_OTLP_ENDPOINT becomes.
                "--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:"
                        + collector.getAddress().getPort() + "/v1/traces",
                "--management.opentelemetry.tracing.export.schedule-delay=200ms",
                "--management.tracing.sampling.probability=1");
    }

    @AfterAll
    void stop() {
        node.close();
        collector.stop(0);
    }

    @Test
    @Proves("H1.11")
    void showsMeasuresToWhoMayOperateAndToNobodyElse() {
        try (Web nobody = new Web(node.port());
                Web clerk = Web.as(node.port(), DemonstrationAccount.CLERK);
                Web admin = Web.as(node.port(), DemonstrationAccount.ADMIN)) {
            assertThat(nobody.get(MEASURES).statusCode()).isEqualTo(401);
            assertThat(clerk.get(MEASURES).statusCode()).isEqualTo(403);
            assertThat(admin.get(MEASURES, "text/plain").statusCode()).isEqualTo(200);
            assertThat(nobody.get("/actuator/health", "application/json").statusCode())
                    .isEqualTo(200);
            assertThat(admin.get("/actuator/env", "application/json").statusCode())
                    .as("nothing else")
                    .isEqualTo(404);
        }
    }

    @Test
    @Proves("H1.11")
    void letsACollectorInWithATokenLimitedToMeasures() {
        try (Web web = new Web(node.port())) {
            assertThat(with(web, token(Set.of("OPERATIONS_VIEW"))).statusCode()).isEqualTo(200);
            assertThat(with(web, token(Set.of("CLOCK_VIEW"))).statusCode()).isEqualTo(403);
            assertThat(with(web, "ts_nobody").statusCode()).isEqualTo(401);
        }
    }

    @Test
    @Proves("H1.11")
    void measuresWhatAnOperatorAsks() {
        try (Web web = new Web(node.port())) {
            web.signIn("khong.co.ai", "khong phai mat khau nay");
            web.get("/api/nowhere", "application/json");
            Web.as(node.port(), DemonstrationAccount.CLERK).close();
            assertThat(with(web, token(Set.of("OPERATIONS_VIEW"))).body())
                    .contains(
                            "thongsuot_refusals_total{code=",
                            "thongsuot_events_total{event=\"AccessEvent.SignedIn\"}",
                            "hikaricp_connections_active",
                            "http_server_requests_seconds_count",
                            "jvm_memory_used_bytes");
        }
    }

    @Test
    @Proves("H1.11")
    void sendsSpansToTheCollectorWithoutWhatPeopleTyped() throws InterruptedException {
        try (Web web = new Web(node.port())) {
            web.signIn("nguoi.go.vao", "mat khau bi mat cua toi");
            await("http post /sign-in");
        }
        assertThat(spans).anyMatch(batch -> batch.contains("thongsuot"));
        assertThat(spans).noneMatch(batch -> batch.contains("nguoi.go.vao") || batch.contains("bi mat"));
    }

    private void await(String name) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < until && spans.stream().noneMatch(batch -> batch.contains(name))) {
            Thread.sleep(50);
        }
        assertThat(spans).as("spans named " + name).anyMatch(batch -> batch.contains(name));
    }

    private String token(Set<String> permissions) {
        var admin = node.bean(Accounts.class).findByName("admin").orElseThrow();
        return node.bean(Tokens.class).issue(admin.id(), "prometheus", permissions, 1, JOB);
    }

    private static HttpResponse<String> with(Web web, String token) {
        return web.send(
                web.request(MEASURES).header("Authorization", "Bearer " + token).build());
    }
}
