package vn.thongsuot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import vn.thongsuot.scoring.Recount;
import vn.thongsuot.shared.GeneratedData;

/// The spine: a year of documents and dossiers made up and counted, state changes that the index and the bell hear of,
/// lists at that size, and how soon the index shows an event.
final class SpineBenchmark implements Benchmark {

    private static final String DATABASE = "spine";
    private static final int CLIENTS = 32;
    private static final int SESSIONS = 64;
    private static final int REQUESTS = 100;
    private static final int EVENTS = 50;
    private static final int LISTS = 60;
    private static final int SEARCHES = 20;
    private static final List<String> WORDS = List.of(
            "chuyen doi so",
            "Ok Om Bok",
            "xâm nhập mặn",
            "giải ngân",
            "tuyển quân",
            "giảm nghèo",
            "Nguyễn",
            "Thạch",
            "12/UBND",
            "an toàn thông tin");

    /// How much is done.
    ///
    /// @param each how many documents, and how many dossiers
    /// @param pages how many look at the index
    record Effort(int scale, int each, int warm, int changes, int lists, int index, int pages) {

        static final Effort FULL = new Effort(20, 1_000_000, 15, 60, 300, 60, 200);
        static final Effort QUICK = new Effort(20, 20_000, 2, 5, 10, 5, 20);
    }

    @Override
    public void run(Report report, boolean quick) throws Exception {
        measure(report, quick ? Effort.QUICK : Effort.FULL);
    }

    static void measure(Report report, Effort effort) throws Exception {
        double loadBefore = Machine.load();
        try (BenchServer server = new BenchServer()) {
            report.note(Machine.described());
            report.progress("pgbench");
            double reference = new Pgbench(server, effort.scale()).rate(effort.changes());
            report.add(Measure.of("pgbench TPC-B-like, -s " + effort.scale() + " -c 32 -j 2", reference, "1/s"));
            server.create(DATABASE);
            report.progress("loading the province");
            try (Province province = Province.start(server, DATABASE)) {
                make(report, province, effort.each());
                recount(report, province);
                // Several times the hour: what autovacuum would do by then.
                province.jdbc().sql("analyze").update();
                server.settle();
                changes(report, province, effort, reference);
                lists(report, province, effort);
                new IndexBenchmark(province, report).run(EVENTS, effort.index(), effort.pages());
            }
        }
        report.note(
                "Load of the machine before: %.1f, at the end: %.1f. Application, database and whoever asks share the"
                                .formatted(loadBefore, Machine.load())
                        + " machine; the application and whoever asks share one process of 1 GiB.");
        report.note("Not shown: two nodes; a network; more than one year; files of their own for each document.");
    }

    private static void make(Report report, Province province, int each) throws InterruptedException {
        Collection<GeneratedData> all = province.all(GeneratedData.class);
        for (GeneratedData data : all) {
            report.progress("making %,d %s".formatted(each, data.kind()));
            long start = System.nanoTime();
            data.make(each, 1, (_, _) -> {});
            report.add(Measure.atMost(
                    "%,d %s made in bulk with their entries".formatted(each, data.kind()), seconds(start), "s", 900));
        }
        long start = System.nanoTime();
        until(() -> province.jdbc()
                .sql("select not exists (select from audit.waiting)")
                .query(Boolean.class)
                .single());
        report.add(Measure.of("from then until all entries are sealed", seconds(start), "s"));
    }

    private static void recount(Report report, Province province) {
        Recount recount = province.one(Recount.class);
        Recount.Result first = recount.all();
        long start = System.nanoTime();
        Recount.Result again = recount.all();
        report.add(Measure.atMost("full recount of %,d dossiers".formatted(again.dossiers()), seconds(start), "s", 10));
        report.note("Recount: the first found %,d to mend, the measured one %,d. It compares every dossier with what is"
                        .formatted(first.mended(), again.mended())
                + " kept.");
    }

    private static void changes(Report report, Province province, Effort effort, double reference) throws Exception {
        report.progress("state changes");
        Takings takings = province.takings();
        takings.run(CLIENTS, effort.warm());
        drained(province);
        long start = System.nanoTime();
        long made = takings.run(CLIENTS, effort.changes());
        drained(province);
        report.add(Measure.atLeast(
                "state changes of dossiers, 32 clients, index and bell drained",
                made / seconds(start),
                "1/s",
                reference,
                0.25));
    }

    private static void drained(Province province) throws InterruptedException {
        until(() -> province.jdbc()
                        .sql("select count(*) from event_publication where completion_date is null")
                        .query(Long.class)
                        .single()
                == 0);
    }

    /// What one session asks for.
    private record Seat(Desktop desktop, List<String> lists, List<String> details) {}

    private static void lists(Report report, Province province, Effort effort) throws Exception {
        report.progress("lists");
        List<Seat> seats = seats(province);
        try {
            Map<String, List<Long>> byKind = new LinkedHashMap<>();
            ask(seats, effort.warm(), new LinkedHashMap<>());
            long[] all = ask(seats, effort.lists(), byKind);
            report.add(Measure.atMost(
                    "lists at %,d + %,d, %d sessions, %d/s: p99"
                            .formatted(effort.each(), effort.each(), seats.size(), REQUESTS),
                    Samples.percentile(all, 0.99) / 1e6,
                    "ms",
                    100));
            report.add(Measure.of("the same, median", Samples.percentile(all, 0.5) / 1e6, "ms"));
            byKind.forEach((kind, nanos) -> report.note("%-24s p50 %6.1f ms, p99 %6.1f ms, %,d times"
                    .formatted(
                            kind,
                            Samples.percentile(longs(nanos), 0.5) / 1e6,
                            Samples.percentile(longs(nanos), 0.99) / 1e6,
                            nanos.size())));
        } finally {
            seats.forEach(seat -> seat.desktop().close());
        }
    }

    private static long[] ask(List<Seat> seats, int seconds, Map<String, List<Long>> byKind) throws Exception {
        Random random = new Random(5);
        int count = REQUESTS * seconds;
        List<Seat> whose = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Seat seat = seats.get(random.nextInt(seats.size()));
            int draw = random.nextInt(100);
            String list = seat.lists().get(random.nextInt(seat.lists().size()));
            String page;
            String kind;
            if (draw < LISTS) {
                page = list;
                kind = "list " + list.replaceFirst("[?].*", "");
            } else if (draw < LISTS + SEARCHES) {
                page = list
                        + (list.contains("?") ? "&q=" : "?q=")
                        + java.net.URLEncoder.encode(
                                WORDS.get(random.nextInt(WORDS.size())), java.nio.charset.StandardCharsets.UTF_8);
                kind = "search " + list;
            } else {
                page = seat.details().get(random.nextInt(seat.details().size()));
                kind = "detail " + page.substring(0, page.indexOf('/', 1));
            }
            whose.add(seat);
            pages.add(page);
            kinds.add(kind);
        }
        long[] nanos = OpenLoop.run(
                REQUESTS, seconds, number -> whose.get(number).desktop().open(pages.get(number)));
        for (int number = 0; number < count; number++) {
            byKind.computeIfAbsent(kinds.get(number), _ -> new ArrayList<>()).add(nanos[number]);
        }
        return nanos;
    }

    /// Clerks of the agencies with the most documents, and counters of those with the most dossiers: half and half.
    private static List<Seat> seats(Province province) throws IOException, InterruptedException {
        List<Seat> seats = new ArrayList<>();
        for (Province.Desk desk : province.clerks(SESSIONS / 2)) {
            seats.add(new Seat(
                    Desktop.of(province.port(), desk.user()),
                    List.of("/incoming", "/incoming?status=ARRIVED", "/incoming?status=DONE", "/outgoing"),
                    desk.things().stream().map(id -> "/incoming/" + id).toList()));
        }
        for (Province.Desk desk : province.counters(SESSIONS / 2)) {
            seats.add(new Seat(
                    Desktop.of(province.port(), desk.user()),
                    List.of("/dossiers", "/dossiers?status=ENDED", "/dossiers?status=PROCESSING"),
                    desk.things().stream().map(id -> "/dossiers/" + id).toList()));
        }
        return seats;
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static void until(BooleanSupplier there) throws InterruptedException {
        while (!there.getAsBoolean()) {
            Thread.sleep(100);
        }
    }
}
