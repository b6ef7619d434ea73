package vn.thongsuot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// Sealing by two nodes on one database, and by one that is killed.
class SealingTests {

    private static final String STANDING =
            " from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static TestDatabases.Address database;
    private static Node first;
    private static Node second;

    @BeforeAll
    static void start() {
        database = TestDatabases.create();
        first = Node.start(database, options());
        second = Node.start(database, options());
    }

    private static String[] options() {
        return new String[] {"--thongsuot.demonstration=false", "--thongsuot.data=" + folder.resolve("data")};
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    private static Samples samples(Node node) {
        AuditLog log = node.bean(AuditLog.class);
        return new Samples(
                event -> log.on((Auditable) event), node.bean(TransactionTemplate.class), node.bean(JdbcClient.class));
    }

    private static long count(String sql) {
        return first.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private void whole(Path where) {
        Verifiers.Verdict verdict =
                new Verifiers(where).judge(first.bean(LogExport.class), first.bean(CheckpointQueries.class), null);
        assertThat(verdict.code()).as(verdict.said()).isEqualTo(LogVerifier.WHOLE);
    }

    private static ProofState proof(Thing thing) {
        return first.bean(Trail.class)
                .find(new TrailFilter(null, null, thing, null, null, null), null, 1)
                .items()
                .getFirst()
                .proof();
    }

    @Test
    @Proves({"H7.2", "H7.3", "H1.10"})
    void twoSealersGiveEveryEntryOneLeafWhileEntriesComeIn(@TempDir Path where) throws Exception {
        long before = count("select count(*) from audit.entry");
        List<Callable<Integer>> work = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (Node node : List.of(first, second)) {
            Samples samples = samples(node);
            Sealer sealer = node.bean(Sealer.class);
            for (int clerk = 0; clerk < 3; clerk++) {
                work.add(() -> {
                    go.await();
                    samples.note(60);
                    return 0;
                });
            }
            for (int press = 0; press < 2; press++) {
                work.add(() -> {
                    go.await();
                    int sealed = 0;
                    for (int run = 0; run < 25; run++) {
                        sealed += sealer.seal();
                    }
                    return sealed;
                });
            }
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = work.stream().map(pool::submit).toList();
            go.countDown();
            for (Future<Integer> one : running) {
                one.get();
            }
        }
        first.bean(Sealer.class).run();
        assertThat(count("select count(*) from audit.entry") - before).isGreaterThanOrEqualTo(360);
        assertThat(count("select count(*) from audit.waiting")).isZero();
        assertThat(count("select count(distinct entry) from audit.leaf"))
                .isEqualTo(count("select count(*) from audit.entry"))
                .isEqualTo(count("select size from audit.head"));
        whole(where);
    }

    @Test
    @Proves({"H7.2", "H7.3"})
    void anEntryThatCommitsAfterTheSealingComesIntoTheNextCheckpoint(@TempDir Path where) throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        Samples samples = samples(first);
        UUID note = UUID.randomUUID();
        Thing late = new Thing("note", note.toString());
        Thread clerk = Thread.ofVirtual()
                .start(() -> samples.transaction().executeWithoutResult(_ -> {
                    samples.publish(new Samples.Noted(note, 1, "chậm", SampleEvents.officer(), SampleEvents.AT));
                    written.countDown();
                    try {
                        sealed.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }));
        written.await();
        Thing early = samples.note(1);
        second.bean(Sealer.class).run();
        ProofState.Sealed before = (ProofState.Sealed) proof(early);
        sealed.countDown();
        clerk.join();
        second.bean(Sealer.class).run();
        ProofState.Sealed after = (ProofState.Sealed) proof(late);
        assertThat(after.checkpoint()).isGreaterThan(before.checkpoint());
        assertThat(samples.entry(late, 1)).as("though its id is smaller").isLessThan(samples.entry(early, 1));
        whole(where);
    }

    @Test
    @Proves("H7.2")
    void sealsByItselfWithinAMinute() throws InterruptedException {
        Thing thing = samples(second).note(1);
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!(proof(thing) instanceof ProofState.Sealed)) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(until);
            Thread.sleep(200);
        }
    }

    /// The process is killed where it hurts most: leaves, tiles and checkpoint are written, nothing is committed.
    @Test
    @Proves({"H7.2", "H7.3"})
    void aSealerKilledInTheMiddleLeavesNothingBehind(@TempDir Path where) throws Exception {
        Samples samples = samples(first).sealByHand();
        first.bean(Sealer.class).run();
        long size = count("select size from audit.head");
        Thing thing = samples.note(300);
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create function stand_still() returns trigger language plpgsql as
                    $$ begin perform pg_sleep(300); return new; end $$;
                    create trigger stand_still after insert on audit.checkpoint
                        for each row execute function stand_still();
                    """);
            Process sealer = loneSealer(where);
            try {
                awaitTheMiddle(sealer, statement);
                sealer.destroyForcibly();
                assertThat(sealer.waitFor()).as("killed by SIGKILL").isEqualTo(128 + 9);
            } finally {
                sealer.destroyForcibly();
                statement.execute("select pg_terminate_backend(pid)" + STANDING);
                statement.execute("drop trigger stand_still on audit.checkpoint");
                statement.execute("drop function stand_still()");
            }
        }
        assertThat(count("select size from audit.head")).isEqualTo(size);
        assertThat(count("select count(*) from audit.leaf")).isEqualTo(size);
        assertThat(proof(thing)).isEqualTo(new ProofState.Waiting());
        assertThat(first.bean(Sealer.class).seal()).isEqualTo(300);
        assertThat(proof(thing)).isInstanceOf(ProofState.Sealed.class);
        whole(where);
        samples.tamper("delete from shared.lease where name = ?", Sealer.NAME);
    }

    private static void awaitTheMiddle(Process sealer, Statement statement) throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean there = false;
        while (!there) {
            assertThat(sealer.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(50);
            try (ResultSet row = statement.executeQuery("select count(*)" + STANDING)) {
                row.next();
                there = row.getLong(1) > 0;
            }
        }
    }

    private static Process loneSealer(Path where) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoneSealer.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        folder.resolve("data/keys").toString())
                .redirectErrorStream(true)
                .redirectOutput(where.resolve("sealer.log").toFile())
                .start();
    }
}
