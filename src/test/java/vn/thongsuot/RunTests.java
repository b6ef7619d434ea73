package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One story of an installation, told with the real commands in processes of their own: first start, a token, the
/// clock, Ctrl+C, second start, kill −9, third start, and another user.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunTests {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String REFORM = "2025-07-01T08:00";

    @TempDir
    static Path folder;

    private Installation installation;
    private Path data;
    private Path said;
    private int port;
    private Process province;
    private String token;

    @BeforeAll
    void copy() throws IOException {
        installation = Installation.whole(Files.createDirectories(folder.resolve("thongsuot")));
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        data = folder.resolve("data");
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (province != null && province.isAlive()) {
            province.destroy();
            province.waitFor(60, TimeUnit.SECONDS);
        }
    }

    @Test
    @Order(1)
    @Proves("H1.5")
    void theFirstStartLoadsTheProvinceAndSaysWhoMayEnter() throws Exception {
        List<Integer> health = start();
        assertThat(health.subList(0, health.size() - 1))
                .as("answers before the province was there")
                .doesNotContain(200);
        assertThat(health).as("it answered while it loaded").contains(503);
        assertThat(officers()).isEqualTo(9253);
        assertThat(words())
                .contains("577 / ", "9.253 / 9.253", "http://localhost:" + port, "Ctrl+C")
                .contains("admin", "vanthu", "lanhdao", "Thongsuot@2024"); // not-a-secret
        assertThat(setting("fsync") + setting("synchronous_commit")).isEqualTo("onon");
        assertThat(Files.getPosixFilePermissions(data.resolve("postgres.password")))
                .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        assertThatNobodyEntersWithoutThePassword();
    }

    @Test
    @Order(2)
    @Proves("H1.8")
    void givesATokenToWhoAsksOnThisMachine() throws Exception {
        token = bin("token", "admin").needSuccess().said().strip();
        assertThat(clock(token).statusCode()).isEqualTo(200);
        assertThat(clock(token + "x").statusCode()).isEqualTo(401);
        assertThat(bin("token", "khong-co-ai").code()).isEqualTo(1);
        assertThat(bin("token", "admin; echo").code()).isEqualTo(1);
        Installation.Ended nobodyThere = installation.run("bin/token", "admin", "--port", "1");
        assertThat(nobodyThere.code()).isEqualTo(1);
        assertThat(nobodyThere.said()).contains("No server answers on port 1");
    }

    @Test
    @Order(3)
    @Proves({"H1.8", "H3.1"})
    void showsAndMovesTheClock() throws Exception {
        assertThat(bin("clock").needSuccess().said()).contains("2024-11-22T");
        assertThat(bin("clock", "--at", REFORM, "--rate", "60").needSuccess().said())
                .contains("2025-07-01T");
        Installation.Ended back = bin("clock", "--at", "2025-06-30T08:00");
        assertThat(back.code()).isEqualTo(1);
        assertThat(back.said()).contains("shared.clock-backwards");
    }

    @Test
    @Order(4)
    @Proves("H1.5")
    void twoNeverShareAFolder() throws Exception {
        Installation.Ended second = installation.run("bin/run", "--port", "" + freePort(), "--data", data.toString());
        assertThat(second.code()).isNotZero();
        assertThat(second.said()).contains("Another Thông Suốt is running");
        assertThat(clock(token).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    @Proves("H1.5")
    void controlCLeavesNothingRunning() throws Exception {
        interrupt();
        assertThat(words()).doesNotContain("ERROR", "Exception");
    }

    @Test
    @Order(6)
    @Proves("H1.5")
    void theSecondStartKeepsTheDataAndUsesTheAotCache() throws Exception {
        // With AOTMode=on a JVM that cannot use its cache ends instead of starting without it.
        installation.with("JAVA_OPTIONS", "-XX:AOTMode=on");
        start();
        installation.with("JAVA_OPTIONS", "");
        assertThat(words()).doesNotContain("577 / ");
        assertThat(officers()).isEqualTo(9253);
        assertThat(clock(token).body())
                .as("the clock stayed where it was moved")
                .contains("2025-07-01T");
    }

    @Test
    @Order(7)
    @Proves("H1.5")
    void afterKillTheNextStartRecoversAtOnce() throws Exception {
        long entries = count("select count(*) from audit.entry");
        for (int times = 0; times < 5; times++) {
            bin("token", "vanthu").needSuccess();
        }
        assertThat(count("select count(*) from audit.entry")).isGreaterThan(entries);
        entries = count("select count(*) from audit.entry");
        long postmaster = postmaster();
        province.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(postmaster))
                .as("left behind, as kill −9 does")
                .isPresent();

        start();
        assertThat(postmaster()).isNotEqualTo(postmaster);
        assertThat(count("select count(*) from audit.entry"))
                .as("what was committed")
                .isGreaterThanOrEqualTo(entries);
        assertThat(clock(token).statusCode()).isEqualTo(200);
        interrupt();
    }

    @Test
    @Order(8)
    @Proves("H1.5")
    void runsForANormalUser() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "a normal user ran everything so far");
        Path home = Files.createDirectories(folder.resolve("home"));
        installation.asNobody();
        installation.run("true").needSuccess();
        new ProcessBuilder("chown", "65534:65534", home.toString()).start().waitFor();
        data = home.resolve("data");
        start("--production");
        assertThat(Files.getOwner(data.resolve("postgres/PG_VERSION")).getName())
                .isIn("nobody", "65534");
        assertThat(count("select count(*) from organization.agency"))
                .as("no demonstration in production")
                .isZero();
        interrupt();
    }

    @Test
    @Order(9)
    @Proves("H1.5")
    void startsNoDatabaseWhenOneIsNamed() throws Exception {
        TestDatabases.Address server = TestDatabases.create();
        installation
                .with("THONGSUOT_DATABASE_URL", server.url())
                .with("THONGSUOT_DATABASE_USER", server.user())
                .with("THONGSUOT_DATABASE_PASSWORD", server.password());
        data = data.resolveSibling("other");
        start("--production");
        assertThat(data.resolve("postgres")).doesNotExist();
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var rows = connection.createStatement().executeQuery("select to_regclass('audit.entry') is not null")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isTrue();
        }
        interrupt();
    }

    /// Starts the province and waits until it says UP; every answer about its health until then.
    private List<Integer> start(String... options) throws Exception {
        port = freePort();
        said = Files.createTempFile(folder, "said", ".txt");
        List<String> command =
                new java.util.ArrayList<>(List.of("bin/run", "--port", "" + port, "--data", data.toString()));
        command.addAll(List.of(options));
        province = installation.start(said, command.toArray(String[]::new));
        List<Integer> answers = new java.util.ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Web web = new Web(port)) {
            while (answers.isEmpty() || answers.getLast() != 200) {
                assertThat(province.isAlive()).as(words()).isTrue();
                assertThat(System.nanoTime()).as(words()).isLessThan(until);
                answers.add(health(web));
                Thread.sleep(50);
            }
        }
        return answers;
    }

    /// 0 while nobody listens.
    private static int health(Web web) {
        try {
            return web.get("/actuator/health", "application/json").statusCode();
        } catch (java.io.UncheckedIOException notYet) {
            return 0;
        }
    }

    /// Ctrl+C: the terminal sends SIGINT to the whole process group.
    private void interrupt() throws Exception {
        new ProcessBuilder("kill", "-INT", "--", "-" + province.pid()).start().waitFor();
        assertThat(province.waitFor(60, TimeUnit.SECONDS)).as(words()).isTrue();
        assertThat(Installation.processesNaming(data)).isEmpty();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private String words() throws IOException {
        return Files.readString(said);
    }

    private Installation.Ended bin(String command, String... arguments) throws Exception {
        List<String> whole = new java.util.ArrayList<>(List.of("bin/" + command));
        whole.addAll(List.of(arguments));
        whole.addAll(List.of("--port", "" + port));
        return installation.run(whole.toArray(String[]::new));
    }

    private HttpResponse<String> clock(String bearer) {
        try (Web web = new Web(port)) {
            return web.send(web.request("/api/clock")
                    .header("Authorization", "Bearer " + bearer)
                    .build());
        }
    }

    private long officers() throws Exception {
        return count("select count(*) from organization.officer");
    }

    private long count(String sql) throws Exception {
        return Long.parseLong(ask(sql));
    }

    private String setting(String name) throws Exception {
        return ask("show " + name);
    }

    private String ask(String sql) throws Exception {
        String url = EmbeddedPostgres.runningIn(data, EmbeddedPostgres.DATABASE).orElseThrow();
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.USER, DatabasePassword.of(data));
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void assertThatNobodyEntersWithoutThePassword() throws IOException {
        String url = EmbeddedPostgres.runningIn(data, EmbeddedPostgres.DATABASE).orElseThrow();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> DriverManager.getConnection(url, EmbeddedPostgres.USER, "thongsuot"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
