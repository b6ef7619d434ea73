package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever an earlier start left behind, the next one starts, or says what is wrong and what to do.
class EmbeddedPostgresTests {

    @TempDir
    static Path root;

    private final List<ProcessHandle> started = new ArrayList<>();

    @BeforeAll
    static void makeOnce() throws Exception {
        PostgresBinaries.unpack(root);
        assertThatItServes(root);
    }

    @AfterEach
    void leaveNothingRunning() {
        started.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(30)).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    }

    /// `initdb` writes `PG_VERSION` first: a cluster it was killed in is not a cluster. It may also outlive the
    /// process that asked for it, and go on writing.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Proves("H1.5")
    void startsAfterAFirstStartThatWasKilled(boolean initdbGoesOn) throws Exception {
        Path data = data();
        Process first = inAProcessOfItsOwn(data);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !found(data, "PG_VERSION").isEmpty());
        List<ProcessHandle> initdb = first.descendants().toList();
        assertThat(initdb).isNotEmpty();
        started.addAll(initdb);
        first.destroyForcibly().waitFor();
        if (!initdbGoesOn) {
            initdb.forEach(ProcessHandle::destroyForcibly);
        }
        assertThatItServes(data);
        await().atMost(Duration.ofMinutes(1)).until(() -> initdb.stream().noneMatch(ProcessHandle::isAlive));
        assertThatItServes(data);
        assertThat(names(data))
                .as("no draft is left")
                .containsExactlyInAnyOrder(
                        "lock",
                        "postgres",
                        "postgres-" + PostgresBinaries.VERSION,
                        "postgres.log",
                        "postgres.password");
    }

    /// Also when the whole folder was given another name meanwhile.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Proves("H1.5")
    void stopsTheServerAKilledProcessLeftBehind(boolean moved) throws Exception {
        Path data = served();
        Process first = inAProcessOfItsOwn(data);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Files.exists(pidFile(data))
                        && Files.readString(pidFile(data)).contains("ready"));
        ProcessHandle left =
                ProcessHandle.of(number(Files.readString(pidFile(data)))).orElseThrow();
        started.add(left);
        first.destroyForcibly().waitFor();
        assertThat(left.isAlive()).isTrue();
        Path now = moved ? Files.move(data, data.resolveSibling(data.getFileName() + ".moved")) : data;
        assertThatItServes(now);
        // It removes its file a moment before it ends.
        await().atMost(Duration.ofSeconds(30)).until(() -> !left.isAlive());
    }

    /// Numbers of processes come round again, soon in a container: the file of a server that is gone may name
    /// another database's.
    @Test
    @Proves("H1.5")
    void leavesTheServerOfAnotherFolderAlone() throws Exception {
        Path data = served();
        Path others = served();
        try (EmbeddedPostgres other = EmbeddedPostgres.start(others, EmbeddedPostgres.Durability.NONE)) {
            String file = Files.readString(pidFile(others));
            Files.writeString(pidFile(data), file.replace(others.toString(), data.toString()));
            assertThatItServes(data);
            assertThatItAnswers(other);
            assertThat(number(Files.readString(pidFile(others)))).isEqualTo(number(file));
        }
    }

    @Test
    @Proves("H1.5")
    void startsWhenSomebodyElseHasTheNumberOfTheServerThatIsGone() throws Exception {
        Path data = served();
        Process somebody = new ProcessBuilder("sleep", "120").start();
        started.add(somebody.toHandle());
        Files.writeString(pidFile(data), somebody.pid() + "\n" + data.resolve("postgres") + "\n");
        assertThatItServes(data);
        assertThat(somebody.isAlive()).isTrue();
        somebody.destroyForcibly().waitFor();
        Files.writeString(pidFile(data), somebody.pid() + "\n" + data.resolve("postgres") + "\n");
        assertThatItServes(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "4"})
    @Proves("H1.5")
    void startsBesideAFileThatAPowerCutDamaged(String content) throws Exception {
        Path data = served();
        Files.writeString(pidFile(data), content);
        assertThat(EmbeddedPostgres.runningIn(data, EmbeddedPostgres.DATABASE)).isEmpty();
        assertThatItServes(data);
    }

    /// A start killed between making the file and writing it.
    @Test
    @Proves("H1.5")
    void makesAPasswordWhereAKilledStartLeftAnEmptyOne() throws Exception {
        Path data = data();
        Path file = Files.createFile(data.resolve("postgres.password"));
        assertThatItServes(data);
        assertThat(Files.readString(file)).hasSize(48);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Proves("H1.5")
    void saysThatThePasswordOfADatabaseIsGone() throws Exception {
        Path data = served();
        Path file = data.resolve("postgres.password");
        String password = Files.readString(file);
        Files.writeString(file, "");
        assertThatThrownBy(() -> assertThatItServes(data))
                .hasMessageContaining(file + " is empty")
                .hasMessageContaining("Put this file back");
        Files.delete(file);
        assertThatThrownBy(() -> assertThatItServes(data)).hasMessageContaining(file + " is not there");
        assertThat(file).as("no other is made").doesNotExist();
        Files.writeString(file, password);
        assertThatItServes(data);
    }

    @Test
    @Proves("H1.5")
    void saysWhereTheReasonOfAFailureStands() throws Exception {
        Path data = served();
        Path settings = data.resolve("postgres/postgresql.conf");
        String good = Files.readString(settings);
        Files.writeString(settings, good + "\nshared_buffers = many\n");
        assertThatThrownBy(() -> assertThatItServes(data))
                .hasMessageContaining("did not start")
                .hasMessageContaining(data.resolve("postgres.log").toString());
        Files.writeString(settings, good);
        assertThatItServes(data);

        Path broken = Files.createTempDirectory(root, "data");
        Path programs = Files.createDirectories(broken.resolve("postgres-" + PostgresBinaries.VERSION + "/bin"));
        Files.createFile(programs.resolve("postgres"));
        Files.createSymbolicLink(programs.resolve("initdb"), Path.of("/bin/false"));
        assertThatThrownBy(() -> assertThatItServes(broken))
                .hasMessageContaining("initdb ended with 1")
                .hasMessageContaining(broken.resolve("postgres.log").toString());
    }

    /// Of a server that would not let its owner in nothing goes on running.
    @Test
    @Proves("H1.5")
    void leavesNothingRunningWhereItFailed() throws Exception {
        Path data = served();
        Path file = data.resolve("postgres.password");
        String password = Files.readString(file);
        Files.writeString(file, "another");
        assertThatThrownBy(() -> assertThatItServes(data)).hasMessageContaining("not to its owner");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Installation.processesNaming(data).isEmpty());
        Files.writeString(file, password);
        assertThatItServes(data);
    }

    @Test
    @Proves("H1.5")
    void overwritesNothingThatIsNoDatabase() throws Exception {
        Path data = data();
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/precious"), "mine");
        assertThatThrownBy(() -> assertThatItServes(data)).hasMessageContaining("Move it away");
        assertThat(data.resolve("postgres/precious")).hasContent("mine");
    }

    /// Tens of megabytes each.
    @Test
    @Proves("H1.5")
    void deletesWhatKilledStartsUnpacked() throws Exception {
        Path data = data();
        Path left = Files.createDirectories(data.resolve("unpacking1234567890/bin"));
        Files.writeString(left.resolve("postgres"), "half");
        Path kept = Files.createDirectories(data.resolve("unpacking-notes"));
        assertThatItServes(data);
        assertThat(left.getParent()).doesNotExist();
        assertThat(kept).exists();
    }

    private static Path pidFile(Path data) {
        return data.resolve("postgres/postmaster.pid");
    }

    private static long number(String pidFile) {
        return pidFile.lines().mapToLong(Long::parseLong).findFirst().orElseThrow();
    }

    /// A new data folder in which the programs are unpacked already.
    private static Path data() throws IOException {
        Path data = Files.createTempDirectory(root, "data");
        String programs = "postgres-" + PostgresBinaries.VERSION;
        Files.createSymbolicLink(data.resolve(programs), root.resolve(programs));
        return data;
    }

    /// One that served already and was stopped as it should be: a copy, as making a cluster takes seconds.
    private static Path served() throws Exception {
        Path data = data();
        for (String part : List.of(EmbeddedPostgres.CLUSTER, DatabasePassword.FILE)) {
            Process copy = new ProcessBuilder("cp", "-a", root.resolve(part).toString(), data.toString()).start();
            assertThat(copy.waitFor()).isZero();
        }
        return data;
    }

    private static void assertThatItServes(Path data) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.NONE)) {
            assertThatItAnswers(server);
        }
    }

    private static void assertThatItAnswers(EmbeddedPostgres server) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url(EmbeddedPostgres.DATABASE), EmbeddedPostgres.USER, server.password());
                var row = connection.createStatement().executeQuery("select 42")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    private Process inAProcessOfItsOwn(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starting.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("said").toFile())
                .start();
        started.add(process.toHandle());
        return process;
    }

    private static List<String> names(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// Files of this name in the folders of `data`.
    private static List<Path> found(Path data, String name) throws IOException {
        try (Stream<Path> folders = Files.list(data)) {
            return folders.map(inside -> inside.resolve(name))
                    .filter(Files::exists)
                    .toList();
        }
    }

    /// What the other process runs: a server that nobody stops.
    static final class Starting {

        private Starting() {}

        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedPostgres.start(Path.of(arguments[0]), EmbeddedPostgres.Durability.NONE);
            Thread.sleep(Duration.ofMinutes(5));
        }
    }
}
