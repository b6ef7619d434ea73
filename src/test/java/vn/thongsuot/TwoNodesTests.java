package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.notification.Notice;
import vn.thongsuot.notification.Notifications;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.organization.Period;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Leases;
import vn.thongsuot.shared.LiveTopic;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.RecurringJob;
import vn.thongsuot.shared.SharedPermission;
import vn.thongsuot.shared.Signals;
import vn.thongsuot.shared.Thing;

/// Two nodes on one database, as behind a balancer: whatever is done on one holds on the other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final String TOPIC = "test.topic";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(15);

    /// A topic that pages hear, and a job that says which node did it. Without an annotation, so that no node finds it
    /// by itself.
    static class More {

        @Bean
        LiveTopic testTopic() {
            return new LiveTopic(TOPIC, SharedPermission.LIVE_HEAR);
        }

        @Bean
        RecurringJob testJob(JdbcClient jdbc, Leases leases) {
            return new RecurringJob() {

                @Override
                public String name() {
                    return "test.job";
                }

                @Override
                public Duration every() {
                    return Duration.ofMillis(100);
                }

                @Override
                public void run() {
                    jdbc.sql("insert into test_run (node) values (:node)")
                            .param("node", leases.node())
                            .update();
                }
            };
        }
    }

    private TestDatabases.Address database;
    private Node a;
    private Node b;
    private JdbcClient jdbc;

    @BeforeAll
    void start() throws Exception {
        database = TestDatabases.province();
        try (var connection =
                        java.sql.DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table test_run (id bigserial primary key, node uuid not null,"
                    + " at timestamptz not null default clock_timestamp())");
        }
        a = node();
        b = node();
        jdbc = a.bean(JdbcClient.class);
    }

    private Node node() {
        return Node.start(database, List.of(More.class), "--thongsuot.demonstration=true");
    }

    @AfterAll
    void stop() {
        b.close();
        a.close();
    }

    @Test
    @Proves("H1.10")
    void aSessionBegunOnOneGoesOnAndEndsOnTheOther() {
        try (Web onA = Web.as(a.port(), DemonstrationAccount.CLERK)) {
            Web onB = onA.at(b.port());
            assertThat(onB.get("/").statusCode()).isEqualTo(200);
            assertThat(onB.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
            assertThat(onA.get("/").statusCode()).as("signed out everywhere").isEqualTo(302);
        }
    }

    @Test
    @Proves({"H1.10", "H5.5"})
    void whatIsTakenAwayOnOneIsRefusedByTheOtherAtTheNextRequest() {
        AccountView account = account(DemonstrationAccount.INDEX);
        String token = a.bean(Tokens.class).issue(account.id(), "test", null, 1, JOB);
        try (Web onB = Web.as(b.port(), DemonstrationAccount.INDEX)) {
            assertThat(withToken(onB, token)).isEqualTo(200);
            refusedAtOnce(
                    () -> a.bean(Accounts.class).suspend(account.id(), JOB),
                    () -> onB.get("/").statusCode() == 302 && withToken(onB, token) == 401);
            a.bean(Accounts.class).restore(account.id(), JOB);
            assertThat(withToken(onB, token)).isEqualTo(200);
        }
    }

    @Test
    @Proves({"H1.10", "H5.5"})
    void aPostThatIsLeftGivesNothingAlsoWhileNoSignalArrives() {
        AccountView account = account(DemonstrationAccount.COMMUNE_CLERK);
        OfficerId officer = officer(account);
        HoldingView holding = held(officer);
        LocalDate today = a.bean(BusinessClock.class).today();
        try (Web onB = Web.as(b.port(), DemonstrationAccount.COMMUNE_CLERK)) {
            cutSignals();
            refusedAtOnce(
                    () -> a.bean(Organization.class)
                            .leave(holding.id(), version("officer", officer.value()), today.minusDays(1), JOB),
                    () -> onB.get("/").statusCode() == 302);
            // Back, also without a sign-in: the session is still theirs, the right was not.
            a.bean(Organization.class)
                    .place(
                            officer,
                            version("officer", officer.value()),
                            holding.post(),
                            true,
                            Period.since(today),
                            JOB);
            await(() -> onB.get("/").statusCode() == 200);
        }
    }

    @Test
    @Proves("H5.5")
    void aNameIsNewOnTheOtherAlsoAfterItsListenerWasCut() {
        Directory onB = b.bean(Directory.class);
        AgencyView agency = someAgency(onB);
        for (String name : List.of("Sở Tên Mới Một", "Sở Tên Mới Hai", "Sở Tên Mới Ba")) {
            if (!name.endsWith("Một")) {
                cutSignals();
            }
            long version = version("agency", agency.id().value());
            PostId post = a.bean(Organization.class)
                    .openPost(
                            agency.id(),
                            version,
                            null,
                            PostKind.values()[0],
                            name,
                            a.bean(BusinessClock.class).today(),
                            JOB);
            await(() -> onB.post(post).isPresent());
            assertThat(onB.post(post).orElseThrow().title()).isEqualTo(name);
        }
    }

    @Test
    @Proves("H5.5")
    void aNameCostsNoQuery() {
        Directory onB = b.bean(Directory.class);
        AgencyView agency = someAgency(onB);
        LocalDate today = b.bean(BusinessClock.class).today();
        long before = statements();
        for (int time = 0; time < 2_000; time++) {
            assertThat(onB.agency(agency.id())).isPresent();
            onB.members(agency.id(), today);
            onB.withAncestors(agency.id());
        }
        assertThat(statements() - before)
                .as("connections taken meanwhile, by jobs and signals only")
                .isLessThan(500);
        assertThat(onB.children(agency.id(), today)).isUnmodifiable();
    }

    @Test
    @Proves({"H1.10", "H8.3"})
    void anEventOnOneIsHeardByAPageOpenOnTheOther() throws Exception {
        try (Web onB = Web.as(b.port(), DemonstrationAccount.CLERK);
                Stream stream = new Stream(onB, TOPIC + ",nobody.registered.this")) {
            assertThat(stream.next()).isEqualTo(":ready");
            for (int time = 0; time < 3; time++) {
                if (time == 2) {
                    cutSignals();
                }
                a.bean(Signals.class).announce(TOPIC);
                assertThat(stream.next()).isEqualTo("event:" + TOPIC);
                assertThat(stream.next()).isEqualTo("data:changed");
            }
            a.bean(Signals.class).announce("nobody.registered.this");
            assertThat(stream.quiet(Duration.ofMillis(700)))
                    .as("nothing of what no module registered")
                    .isTrue();
        }
        try (Web nobody = new Web(b.port())) {
            assertThat(nobody.get("/live?topics=" + TOPIC).statusCode()).isEqualTo(302);
        }
    }

    @Test
    @Proves({"H1.10", "S1.7"})
    void aNoticeOnOneIsHeardOnTheOtherByItsReceiverAlone() throws Exception {
        AccountView account = account(DemonstrationAccount.CLERK);
        OfficerId officer = officer(account);
        HoldingView holding = held(officer);
        Actor receiver = new Actor.Officer(
                account.id(),
                officer,
                holding.post(),
                a.bean(Directory.class).post(holding.post()).orElseThrow().agency(),
                null);
        try (Web onB = Web.as(b.port(), DemonstrationAccount.CLERK);
                Web another = Web.as(b.port(), DemonstrationAccount.LEADER);
                Stream own = new Stream(onB, Notifications.TOPIC);
                Stream others = new Stream(
                        another, Notifications.TOPIC + "," + Notifications.TOPIC + "/" + officer + "," + officer)) {
            assertThat(own.next()).isEqualTo(":ready");
            assertThat(others.next()).isEqualTo(":ready");
            List<Duration> took = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                Notice notice = new Notice(
                        officer,
                        holding.post(),
                        new Thing("test", "two-nodes"),
                        "two-nodes:" + number,
                        "dossier.notice.to-sign",
                        List.of("H59.1", "", ""),
                        "/calendar",
                        false,
                        a.bean(BusinessClock.class).instant());
                long posted = System.nanoTime();
                a.bean(Notifications.class).post(List.of(notice));
                assertThat(own.next()).isEqualTo("event:" + Notifications.TOPIC);
                took.add(Duration.ofNanos(System.nanoTime() - posted));
                assertThat(own.next()).isEqualTo("data:changed");
                a.bean(Notifications.class).post(List.of(notice));
            }
            assertThat(took).as("the machine may be busy, not each time").anyMatch(one -> one.compareTo(AT_ONCE) < 0);
            assertThat(onB.get("/notices/count").body()).contains(">3<");
            assertThat(own.quiet(Duration.ofMillis(700))).as("told before").isTrue();
            a.bean(Notifications.class).settle(new Thing("test", "two-nodes"), "two-nodes:3");
            assertThat(own.next()).as("it goes down, too").isEqualTo("event:" + Notifications.TOPIC);
            assertThat(a.bean(Notifications.class).unread(receiver)).isZero();
            assertThat(others.quiet(Duration.ofMillis(100)))
                    .as("somebody else hears nothing")
                    .isTrue();
        }
    }

    @Test
    @Proves("H1.10")
    void aJobIsDoneByOneNodeUntilThatIsGone() throws Exception {
        Node c = node();
        Object holder;
        try {
            await(() -> runs() > 5);
            holder = lastRunner();
            assertThat(runnersWithin("2 seconds")).as("one at a time").containsExactly(holder);
        } finally {
            c.close();
        }
        // Killed, the holder cannot give its lease back; another takes over when it runs out.
        try (NodeProcess killed = NodeProcess.start(database, More.class, "--thongsuot.demonstration=true")) {
            jdbc.sql("update shared.lease set node = gen_random_uuid(), until = now() - interval '1 second'"
                            + " where name = 'test.job'")
                    .update();
            Object now = awaitRunner(killed);
            killed.kill();
            Object last =
                    jdbc.sql("select max(id) from test_run").query(Long.class).single();
            await(
                    () -> jdbc.sql("select exists (select from test_run where id > :last and node <> :now)")
                            .param("last", last)
                            .param("now", now)
                            .query(Boolean.class)
                            .single(),
                    Duration.ofSeconds(40));
            assertThat(lastRunner()).isNotEqualTo(now);
        }
    }

    /// Lets the process win the lease: the two others look for it only every few seconds.
    private Object awaitRunner(NodeProcess process) {
        Object nodeA = a.bean(Leases.class).node();
        Object nodeB = b.bean(Leases.class).node();
        await(
                () -> {
                    Object runner = lastRunner();
                    if (runner.equals(nodeA) || runner.equals(nodeB)) {
                        jdbc.sql("update shared.lease set until = now() - interval '1 second' where name = 'test.job'")
                                .update();
                        return false;
                    }
                    return process.port() > 0;
                },
                Duration.ofSeconds(60));
        return lastRunner();
    }

    @Test
    @Proves("H1.10")
    void aSessionOutlivesTheNodeItWasBegunOn() throws Exception {
        try (NodeProcess c = NodeProcess.start(database, More.class, "--thongsuot.demonstration=true");
                Web onC = Web.as(c.port(), DemonstrationAccount.LEADER)) {
            assertThat(onC.get("/").statusCode()).isEqualTo(200);
            c.kill();
            assertThat(onC.at(a.port()).get("/").statusCode()).isEqualTo(200);
            assertThat(onC.at(b.port()).get("/").statusCode()).isEqualTo(200);
        }
    }

    private void refusedAtOnce(Runnable taking, Supplier<Boolean> refused) {
        taking.run();
        long taken = System.nanoTime();
        assertThat(refused.get()).as("at the very next request").isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - taken)).isLessThan(AT_ONCE);
    }

    private static int withToken(Web web, String token) {
        return web.send(web.request("/api/clock")
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    /// Cuts every listening connection in the database; nodes have to notice and come back by themselves. Waits for
    /// one:
    /// after a cut just before, a node may not be back yet.
    private void cutSignals() {
        await(() -> jdbc.sql("""
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                 where datname = current_database() and query ilike 'listen %'
                                """).query(Long.class).single() > 0);
    }

    private AccountView account(DemonstrationAccount account) {
        return a.bean(Accounts.class).findByName(account.signInName()).orElseThrow();
    }

    private static OfficerId officer(AccountView account) {
        OfficerId officer = account.officer();
        assertThat(officer).isNotNull();
        return officer;
    }

    private HoldingView held(OfficerId officer) {
        List<HoldingView> holdings = a.bean(Directory.class).holdings(officer);
        assertThat(holdings).hasSize(1);
        return holdings.getFirst();
    }

    private AgencyView someAgency(Directory directory) {
        LocalDate today = b.bean(BusinessClock.class).today();
        return directory.children(directory.roots(today).getFirst().id(), today).getFirst();
    }

    private long version(String table, java.util.UUID id) {
        return jdbc.sql("select version from organization." + table + " where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /// How often a connection of node B was taken so far.
    private long statements() {
        return b.bean(MeterRegistry.class)
                .get("hikaricp.connections.usage")
                .timer()
                .count();
    }

    private long runs() {
        return jdbc.sql("select count(*) from test_run").query(Long.class).single();
    }

    private Object lastRunner() {
        return jdbc.sql("select node from test_run order by id desc limit 1")
                .query(java.util.UUID.class)
                .single();
    }

    private List<Object> runnersWithin(String time) {
        return jdbc.sql("select distinct node from test_run where at > clock_timestamp() - cast(:time as interval)")
                .param("time", time)
                .query((row, _) -> row.getObject(1))
                .list();
    }

    private static void await(Supplier<Boolean> condition) {
        await(condition, SOON);
    }

    private static void await(Supplier<Boolean> condition, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    /// The lines of a stream of server-sent events that say something.
    private static final class Stream implements AutoCloseable {

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final java.util.stream.Stream<String> body;

        Stream(Web web, String topics) {
            HttpRequest request = web.request("/live?topics=" + topics)
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<java.util.stream.Stream<String>> answer = web.stream(request);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            body = answer.body();
            Thread.ofVirtual()
                    .start(() -> body.filter(line -> !line.isBlank() && !line.startsWith("retry"))
                            .forEach(lines::add));
        }

        String next() throws InterruptedException {
            String line = lines.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            return line == null ? "nothing" : line;
        }

        boolean quiet(Duration time) throws InterruptedException {
            return lines.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
        }

        @Override
        public void close() {
            body.close();
        }
    }
}
