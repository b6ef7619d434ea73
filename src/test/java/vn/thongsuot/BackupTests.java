package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.audit.Checkpoints;
import vn.thongsuot.shared.Actor;

/// A backup brings back what was there, or says that it cannot.
class BackupTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final Path FIFTEEN = Path.of("/usr/lib/postgresql/15/bin");

    @TempDir
    Path folder;

    @Test
    @Proves("H1.9")
    void bringsBackAProvinceThatWasAtWork() throws Exception {
        Path data = folder.resolve("data");
        Path backup;
        long before;
        long after;
        String kept;
        String key;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.NONE);
                Node node = Node.start(address(server), "--thongsuot.demonstration=true", "--thongsuot.data=" + data)) {
            Files.createDirectories(data.resolve("keys"));
            Files.writeString(data.resolve("keys/sealer"), "a key");
            JdbcClient jdbc = node.bean(JdbcClient.class);
            AtomicBoolean working = new AtomicBoolean(true);
            Thread clerk = Thread.ofVirtual().start(() -> work(node.bean(Accounts.class), working));
            Thread.sleep(300);
            kept = nextCheckpoint(node, 0).note();
            key = node.bean(Checkpoints.class).key();
            before = count(jdbc, "select count(*) from audit.entry");
            backup = Backup.embedded(folder, data);
            after = count(jdbc, "select count(*) from audit.entry");
            working.set(false);
            clerk.join();
            assertThat(after).as("work went on meanwhile").isGreaterThan(before);
        }
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Path restored = folder.resolve("restored");
        Restoration.restore(backup, restored, null, false);
        assertThat(restored.resolve("keys/sealer")).hasContent("a key");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(restored, EmbeddedPostgres.Durability.NONE);
                Node node =
                        Node.start(address(server), "--thongsuot.demonstration=true", "--thongsuot.data=" + restored)) {
            JdbcClient jdbc = node.bean(JdbcClient.class);
            assertThat(count(jdbc, "select count(*) from organization.officer")).isEqualTo(9253);
            assertThat(count(jdbc, "select count(*) from audit.entry")).isBetween(before, after);
            assertThat(count(jdbc, """
                            select count(*) from access.account a
                             where version <> (select coalesce(max(version), 1) from audit.entry
                                                where thing_kind = 'account' and thing_id = a.id::text)
                            """))
                    .as("accounts whose version has no trace")
                    .isZero();
            Web.as(node.port(), DemonstrationAccount.CLERK).close();
            verifies(node, kept, key);
        }
    }

    /// The restored log continues the one that was there before, and goes on: says the verifier that trusts the
    /// export and the key alone.
    private void verifies(Node node, String kept, String key) throws Exception {
        Checkpoints checkpoints = node.bean(Checkpoints.class);
        long before = checkpoints.latest().number();
        node.bean(Accounts.class).open("moi.sau.khoi.phuc", null, null, JOB);
        nextCheckpoint(node, before);
        Path export = folder.resolve("export");
        try (OutputStream out = Files.newOutputStream(export)) {
            checkpoints.export(out, JOB);
        }
        Path since = Files.writeString(folder.resolve("kept"), kept);
        Process verifier = new ProcessBuilder(
                        "bin/verify-log", export.toString(), "--since", since.toString(), "--key", key)
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor()).as(said).isZero();
        assertThat(said).contains("this log continues it", "WHOLE");
    }

    /// The first checkpoint after number `before`; the sealer makes one within a minute of something happening.
    private static Checkpoints.Checkpoint nextCheckpoint(Node node, long before) throws InterruptedException {
        Checkpoints checkpoints = node.bean(Checkpoints.class);
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        Checkpoints.Checkpoint latest = checkpoints.condition().latest();
        while (latest == null || latest.number() <= before) {
            assertThat(System.nanoTime()).as("sealed within a minute").isLessThan(until);
            Thread.sleep(200);
            latest = checkpoints.condition().latest();
        }
        return latest;
    }

    private static void work(Accounts accounts, AtomicBoolean working) {
        AccountView account = accounts.findByName("chiso").orElseThrow();
        while (working.get()) {
            accounts.suspend(account.id(), JOB);
            accounts.restore(account.id(), JOB);
        }
    }

    @Test
    @Proves("H1.9")
    void refusesADamagedBackupAndWritesNothing() throws Exception {
        Path backup = small();
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
        refused(backup, "damaged");
        Files.write(backup, new byte[0]);
        refused(backup, "damaged");
        assertThat(folder.resolve("restored")).doesNotExist();
    }

    /// Whatever single bit changes: it is found, or nothing that would be restored is touched by it.
    @Test
    @Proves("H1.9")
    void findsEveryBitThatMatters() throws Exception {
        Path backup = folder.resolve("tiny.zip");
        Map<String, String> facts = Map.of(Backup.VERSION, "18.1");
        try (BackupFile.Writer writer = new BackupFile.Writer(backup)) {
            writer.folder("files/empty");
            writer.add("files/postgres/PG_VERSION", "18".repeat(20).getBytes(StandardCharsets.UTF_8));
            writer.add("files/keys/sealer", new byte[] {1, 2, 3});
            writer.finish(facts);
        }
        byte[] whole = Files.readAllBytes(backup);
        Map<String, String> content = content(backup, "whole");
        int found = 0;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(backup, changed);
            try {
                assertThat(BackupFile.check(backup)).as("bit %s", bit).isEqualTo(facts);
                assertThat(content(backup, "bit" + bit)).as("bit %s", bit).isEqualTo(content);
            } catch (IllegalStateException refused) {
                assertThat(refused).as("bit %s", bit).hasMessageContaining("damaged");
                found++;
            }
        }
        assertThat(found).isGreaterThan(whole.length * 8 / 3);
    }

    /// What the backup would bring back: paths with their content, folders with none.
    private Map<String, String> content(Path backup, String name) throws IOException {
        Path restored = folder.resolve("content").resolve(name);
        Files.createDirectories(restored);
        BackupFile.extract(backup, "files/", restored);
        try (Stream<Path> paths = Files.walk(restored)) {
            return paths.collect(Collectors.toMap(
                    path -> restored.relativize(path).toString(), path -> Files.isDirectory(path) ? "" : read(path)));
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void refused(Path backup, String why) {
        assertThatThrownBy(() -> Restoration.restore(backup, folder.resolve("restored"), null, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    @Test
    @Proves("H1.9")
    void overwritesNothing() throws Exception {
        Path backup = small();
        Path there = Files.createDirectories(folder.resolve("there"));
        Files.writeString(there.resolve("precious"), "mine");
        assertThatThrownBy(() -> Restoration.restore(backup, there, null, false))
                .hasMessageContaining("not empty");
        Restoration.restore(backup, there, null, true);
        assertThat(there.resolve("postgres/PG_VERSION")).exists();
        assertThat(folder.resolve("there.replaced/precious")).hasContent("mine");
        assertThatThrownBy(() -> Restoration.restore(backup, there, null, true)).hasMessageContaining("earlier");
        try (EmbeddedPostgres running = EmbeddedPostgres.start(there, EmbeddedPostgres.Durability.NONE)) {
            assertThat(running.port()).isPositive();
            assertThatThrownBy(() -> Restoration.restore(backup, there, null, true))
                    .hasMessageContaining("running");
        }
        assertThatThrownBy(() -> Backup.embedded(backup, there)).hasMessageContaining("already");
    }

    @Test
    @Proves("H1.9")
    void bringsBackAServersDatabase() throws Exception {
        assumeTrue(Files.isExecutable(FIFTEEN.resolve("initdb")), "bin/prepare installs PostgreSQL 15");
        Path data = Files.createDirectories(folder.resolve("files"));
        Files.writeString(data.resolve("sealer"), "a key");
        try (Fifteen server = new Fifteen(folder.resolve("fifteen"))) {
            Backup.Server first = server.database("first");
            try (Node node =
                    Node.start(address(first), "--spring.profiles.active=production", "--thongsuot.data=" + data)) {
                node.bean(Accounts.class).open("quan.tri", null, "Cau-vong-sau-mua-2024", JOB); // not-a-secret
            }
            Path backup = Backup.server(folder, data, first);
            assertThatThrownBy(() -> Restoration.restore(backup, folder.resolve("x"), null, false))
                    .hasMessageContaining("--to");
            assertThatThrownBy(() -> Restoration.restore(backup, folder.resolve("x"), first, false))
                    .hasMessageContaining("not empty");
            Backup.Server second = server.database("second");
            Restoration.restore(backup, folder.resolve("restored"), second, false);
            assertThat(folder.resolve("restored/sealer")).hasContent("a key");
            try (Node node = Node.start(
                    address(second),
                    "--spring.profiles.active=production",
                    "--thongsuot.data=" + folder.resolve("restored"))) {
                assertThat(node.bean(Accounts.class).findByName("quan.tri")).isPresent();
                assertThat(count(node.bean(JdbcClient.class), "select count(*) from audit.entry"))
                        .isPositive();
            }
        }
    }

    @Test
    @Proves("H1.9")
    void saysWhichProgramIsMissing() {
        ServerTools tools = new ServerTools("jdbc:postgresql://localhost/x", "x", "x", 99);
        assertThatThrownBy(() -> tools.dump(folder.resolve("x")))
                .hasMessageContaining("pg_dump of PostgreSQL 99")
                .hasMessageContaining("postgresql-client-99");
    }

    /// A backup of a database with nothing in it.
    private Path small() throws IOException, SQLException {
        Path data = folder.resolve("small");
        EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.NONE).close();
        return Backup.embedded(folder.resolve("small.zip"), data);
    }

    private static TestDatabases.Address address(EmbeddedPostgres server) {
        return new TestDatabases.Address(
                server.url(EmbeddedPostgres.DATABASE), EmbeddedPostgres.USER, server.password());
    }

    private static TestDatabases.Address address(Backup.Server server) {
        return new TestDatabases.Address(server.url(), server.user(), server.password());
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /// A server of the oldest PostgreSQL that is supported, as an administrator would have it.
    private static final class Fifteen implements AutoCloseable {

        private final Path folder;
        private final int port = freePort();

        Fifteen(Path folder) throws IOException {
            this.folder = Files.createDirectories(folder);
            run("initdb", "-D", cluster(), "-U", "owner", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
            run(
                    "pg_ctl",
                    "-D",
                    cluster(),
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + port
                            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=120",
                    "start");
        }

        Backup.Server database(String name) throws IOException {
            new ProcessBuilder(
                            FIFTEEN.resolve("createdb").toString(),
                            "-h",
                            "127.0.0.1",
                            "-p",
                            "" + port,
                            "-U",
                            "owner",
                            name)
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
            return new Backup.Server("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "owner", "x");
        }

        @Override
        public void close() throws IOException {
            run("pg_ctl", "-D", cluster(), "-m", "fast", "-w", "stop");
        }

        private void run(String program, String... arguments) throws IOException {
            List<String> command =
                    new java.util.ArrayList<>(List.of(FIFTEEN.resolve(program).toString()));
            command.addAll(List.of(arguments));
            assertThat(Unprivileged.run(folder, command)).as(program).isZero();
        }

        private String cluster() {
            return folder.resolve("cluster").toString();
        }

        private static int freePort() {
            try (java.net.ServerSocket socket =
                    new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException none) {
                throw new java.io.UncheckedIOException(none);
            }
        }
    }
}
