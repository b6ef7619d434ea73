package vn.thongsuot.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;

/// What an auditor takes away from a running installation, and who may.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class LogDownloadTests {

    private static final String EXPORT = "/inspection/log-export";
    private static final String CHECKPOINT = "/inspection/log-checkpoint";
    private static final String ANYTHING = "*/*";
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                EXPORT,
                CHECKPOINT,
                "/api/log/key",
                "/api/log/checkpoints/latest",
                "/api/log/checkpoints/1",
                "/api/log/proofs/inclusion?entry=" + NOBODY,
                "/api/log/proofs/consistency?older=1&newer=1"
            })
    @Proves({"H7.3", "H6.3"})
    void givesTheLogToAuditorsOnly(String path) {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR);
                Web nobody = new Web(port)) {
            sealed(auditor);
            assertThat(clerk.get(path, ANYTHING).statusCode()).isEqualTo(403);
            assertThat(nobody.get(path, ANYTHING).statusCode()).isIn(302, 401);
            assertThat(auditor.get(path, ANYTHING).statusCode()).isEqualTo(path.contains(NOBODY) ? 404 : 200);
        }
    }

    @Test
    @Proves({"H7.3", "H6.3"})
    void whoInspectsOneCommuneDoesNotTakeTheWholeLogAway() {
        UUID post = directory
                .holdings(DemonstrationOfficer.COMMUNE_CLERK.id())
                .getFirst()
                .post()
                .value();
        jdbc.sql("insert into access.role_of_post (post, role) values (:post, 'auditor')")
                .param("post", post)
                .update();
        try (Web commune = Web.as(port, DemonstrationAccount.COMMUNE_CLERK)) {
            for (String path : new String[] {EXPORT, CHECKPOINT, "/api/log/proofs/inclusion?entry=" + NOBODY}) {
                assertThat(commune.get(path, ANYTHING).statusCode()).as(path).isEqualTo(403);
            }
            assertThat(commune.get("/inspection/log").body()).doesNotContain(EXPORT);
        } finally {
            jdbc.sql("delete from access.role_of_post where post = :post and role = 'auditor'")
                    .param("post", post)
                    .update();
        }
    }

    @Test
    @Proves({"H7.2", "H7.3"})
    void whatIsDownloadedVerifiesWithoutTheServer(@TempDir Path folder) throws Exception {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            sealed(auditor);
            Path kept = Files.writeString(
                    folder.resolve("kept"), auditor.get(CHECKPOINT).body());
            assertThat(auditor.get("/inspection/log").body()).contains(EXPORT, CHECKPOINT);
            var answer = auditor.get(EXPORT);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("attachment", "nhat-ky-thongsuot.txt");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            Path export = Files.writeString(folder.resolve("export"), answer.body());
            String key = json(auditor, "/api/log/key").get("key").asString();
            Process verifier = new ProcessBuilder(
                            "bin/verify-log", export.toString(), "--since", kept.toString(), "--key", key)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // 3: other tests on this installation alter rows for a moment, and the platform may have noticed.
            assertThat(verifier.waitFor()).as(said).isIn(0, 3);
            assertThat(said).contains("this log continues it").doesNotContain("BROKEN");
            assertThat(answer.body()).doesNotContain("Đặng Quốc Tường", "Trần Thị Mỹ Hạnh");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(auditor.get("/inspection/log?event=audit.Downloaded")
                                    .body())
                            .as("the download leaves a trace")
                            .contains("tải về"));
        }
    }

    @Test
    @Proves("H7.2")
    void givesProgramsCheckpointsAndProofs() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            sealed(auditor);
            JsonNode latest = json(auditor, "/api/log/checkpoints/latest");
            long number = latest.get("number").asLong();
            assertThat(latest.get("note").asString()).contains("\nnumber " + number + "\n");
            assertThat(json(auditor, "/api/log/checkpoints/" + number)).isEqualTo(latest);
            assertThat(auditor.get("/api/log/checkpoints/" + (number + 1_000_000), ANYTHING)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(auditor.get("/api/log/checkpoints/first", ANYTHING).statusCode())
                    .isEqualTo(400);
            UUID entry = jdbc.sql("select entry from audit.leaf where number = 0")
                    .query(UUID.class)
                    .single();
            JsonNode proof = json(auditor, "/api/log/proofs/inclusion?entry=" + entry);
            assertThat(proof.get("leaf").asLong()).isZero();
            assertThat(proof.get("entry").asString()).contains(entry.toString());
            assertThat(proof.get("path").isArray()).isTrue();
            JsonNode grown = json(auditor, "/api/log/proofs/consistency?older=1&newer=" + number);
            assertThat(grown.get("older").get("number").asLong()).isEqualTo(1);
            assertThat(grown.get("newer").get("size").asLong())
                    .isEqualTo(latest.get("size").asLong());
        }
    }

    private static void sealed(Web auditor) {
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        auditor.get("/api/log/checkpoints/latest", ANYTHING).statusCode() == 200);
    }

    private static JsonNode json(Web web, String path) {
        var answer = web.get(path, "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
