package vn.thongsuot.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The house itself: audited state changes against PostgreSQL's own yardstick, what the audit costs, pages, start
/// and memory.
final class HouseBenchmark implements Benchmark {

    private static final String DATABASE = "house";
    private static final int CLIENTS = 32;

    @Override
    public void run(Report report, boolean quick) throws Exception {
        double loadBefore = Machine.load();
        try (BenchServer server = new BenchServer()) {
            report.note(Machine.described());
            report.note(
                    "PostgreSQL %s: fsync %s, synchronous_commit %s, shared_buffers %s; %,.0f fdatasync/s on its disk."
                            .formatted(
                                    server.setting("server_version"),
                                    server.setting("fsync"),
                                    server.setting("synchronous_commit"),
                                    server.setting("shared_buffers"),
                                    Machine.flushesPerSecond(server.folder())));
            changes(server, report, quick ? Effort.QUICK : Effort.FULL);
        }
        new PageBenchmark().run(report, quick);
        report.note("Load of the machine before: %.1f, at the end: %.1f (32 clients are part of it)."
                .formatted(loadBefore, Machine.load()));
    }

    /// How much is done.
    ///
    /// @param scale of pgbench's tables
    /// @param warm seconds before each measured run
    /// @param seconds each run is measured
    /// @param alone changes of a single client
    record Effort(int scale, int rounds, int warm, int seconds, int alone) {

        static final Effort FULL = new Effort(20, 3, 15, 60, 3_000);
        static final Effort QUICK = new Effort(20, 1, 3, 6, 300);
    }

    static void changes(BenchServer server, Report report, Effort effort) throws Exception {
        int rounds = effort.rounds();
        int seconds = effort.seconds();
        report.progress("pgbench -i -s " + effort.scale());
        Pgbench pgbench = new Pgbench(server, effort.scale());
        server.create(DATABASE);
        report.progress("loading the province");
        try (Province loading = Province.start(server, DATABASE)) {
            loading.jdbc().sql(TwoListeners.TABLES).update();
        }
        int warm = effort.warm();
        Rates rates = new Rates();
        for (int round = 1; round <= rounds; round++) {
            report.progress("round %d of %d: pgbench".formatted(round, rounds));
            server.settle();
            rates.yardstick.add(pgbench.rate(seconds));
            report.progress("round %d of %d: audited changes".formatted(round, rounds));
            try (Province province = Province.start(server, DATABASE)) {
                Changes changes = province.changes(0, 3);
                changes.run(CLIENTS, warm);
                server.settle();
                rates.audited.add(changes.run(CLIENTS, seconds) / (double) seconds);
                rates.sealed.add(untilSealed(province));
                rates.audited(server, changes, effort.alone());
            }
            report.progress("round %d of %d: the same without the log".formatted(round, rounds));
            try (Province province = Province.withoutAudit(server, DATABASE)) {
                Changes changes = province.changes(1, 3);
                changes.run(CLIENTS, warm);
                server.settle();
                rates.bare.add(changes.run(CLIENTS, seconds) / (double) seconds);
                rates.bare(server, changes, effort.alone());
            }
            report.progress("round %d of %d: audited, with two listeners".formatted(round, rounds));
            try (Province province =
                    Province.start(server, DATABASE, TwoListeners.Score.class, TwoListeners.Notice.class)) {
                Changes changes = province.changes(2, 3);
                rates.left += sustained(province, changes, warm).left();
                server.settle();
                Hearing hearing = sustained(province, changes, seconds);
                rates.heard.add(hearing.rate());
                rates.left += hearing.left();
            }
        }
        rates.into(report, effort.scale());
        report.note(("Changes: an officer's account is suspended or restored through access.Accounts, drawn evenly from"
                        + " 3,000 accounts, by 64 officers: one transaction with the account's update, the event and"
                        + " its entry in the log. %d clients in the application's process; medians of %d rounds of %d s"
                        + " after %d s of warming up. Every round measures pgbench and then the three kinds of change,"
                        + " each on a node of its own and after a checkpoint. The role owns its database, nothing else.")
                .formatted(CLIENTS, rounds, seconds, warm));
        report.note(
                "With two listeners: the clock stops when both have heard of every change. Without the log: the same"
                        + " code, its listener taken out; never so in reality.");
        report.note("Not shown: changes that read much before they decide; contention for one thing; a network between"
                + " application and database; a disk whose flush is slower than this one's.");
    }

    /// What listeners heard of a load: changes a second until the last was heard, and how many never were.
    private record Hearing(double rate, long left) {}

    /// Ends when both listeners heard of every change, or nothing more was heard for half a minute.
    private static Hearing sustained(Province province, Changes changes, int seconds) throws InterruptedException {
        long start = System.nanoTime();
        long made = changes.run(CLIENTS, seconds);
        long waiting = waiting(province);
        long progress = System.nanoTime();
        while (waiting > 0 && System.nanoTime() - progress < 30_000_000_000L) {
            Thread.sleep(100);
            long now = waiting(province);
            if (now != waiting) {
                progress = System.nanoTime();
            }
            waiting = now;
        }
        province.jdbc().sql("delete from event_publication").update();
        return new Hearing(made / ((progress - start) / 1e9), waiting);
    }

    private static long waiting(Province province) {
        return province.jdbc()
                .sql("select count(*) from event_publication")
                .query(Long.class)
                .single();
    }

    /// Seconds from the end of the load until every entry is under a signed checkpoint.
    private static double untilSealed(Province province) throws InterruptedException {
        long start = System.nanoTime();
        while (province.jdbc()
                .sql("select exists (select from audit.waiting)")
                .query(Boolean.class)
                .single()) {
            Thread.sleep(100);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static final class Rates {

        final List<Double> yardstick = new ArrayList<>();
        final List<Double> audited = new ArrayList<>();
        final List<Double> bare = new ArrayList<>();
        final List<Double> heard = new ArrayList<>();
        long left;
        final List<Double> sealed = new ArrayList<>();
        final List<Double> auditedMicros = new ArrayList<>();
        final List<Double> bareMicros = new ArrayList<>();
        final List<Double> auditedBytes = new ArrayList<>();
        final List<Double> bareBytes = new ArrayList<>();

        void audited(BenchServer server, Changes changes, int times) throws SQLException {
            alone(server, changes, times, auditedMicros, auditedBytes);
        }

        void bare(BenchServer server, Changes changes, int times) throws SQLException {
            alone(server, changes, times, bareMicros, bareBytes);
        }

        /// One client, so that nobody waits for anybody.
        private static void alone(
                BenchServer server, Changes changes, int times, List<Double> micros, List<Double> bytes)
                throws SQLException {
            double before = server.logBytes();
            micros.add(Samples.percentile(changes.times(times), 0.5) / 1_000);
            bytes.add((server.logBytes() - before) / times);
        }

        void into(Report report, int scale) {
            double reference = Samples.median(yardstick);
            report.add(Measure.of("pgbench TPC-B-like, -s " + scale + " -c 32 -j 2", reference, "1/s"));
            report.add(Measure.atLeast(
                    "audited state changes, 32 clients, no listeners", Samples.median(audited), "1/s", reference, 0.5));
            report.add(Measure.atLeast(
                    "audited state changes, 32 clients, two listeners, drained",
                    Samples.median(heard),
                    "1/s",
                    reference,
                    0.25));
            report.add(Measure.atMost("events a listener never heard, warming up counted", left, "events", 0));
            report.add(Measure.against(
                    "audited state changes against the same without the log",
                    Samples.median(audited),
                    "1/s",
                    Samples.median(bare)));
            report.add(
                    Measure.atMost("from the end of that load until all is sealed", Samples.median(sealed), "s", 60));
            double withTrace = Samples.median(auditedMicros);
            double without = Samples.median(bareMicros);
            report.add(Measure.against("one audited change, one client, median", withTrace, "µs", without));
            report.add(Measure.of("of which the log", withTrace - without, "µs"));
            report.add(Measure.against(
                    "write-ahead log of one audited change",
                    Samples.median(auditedBytes),
                    "bytes",
                    Samples.median(bareBytes)));
        }
    }
}
