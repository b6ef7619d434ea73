package vn.thongsuot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// How soon the index shows what happened: dossiers change hands at a steady rate while many look at its page, each of
/// which asks for it again when it is told, as the browser does.
final class IndexBenchmark {

    /// A page that was told asks again at most so often.
    private static final long REST_MILLIS = 600;

    private final Province province;
    private final Report report;
    private final Queue<Long> fetches = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private volatile boolean running = true;

    IndexBenchmark(Province province, Report report) {
        this.province = province;
        this.report = report;
    }

    void run(int events, int seconds, int pages) throws Exception {
        report.progress("index, %d events/s, %d pages".formatted(events, pages));
        List<Desktop> desktops = new ArrayList<>();
        List<AutoCloseable> streams = new ArrayList<>();
        try {
            List<Province.Desk> viewers = province.counters(10);
            for (int number = 0; number < pages; number++) {
                Desktop desktop = Desktop.of(
                        province.port(), viewers.get(number % viewers.size()).user());
                desktops.add(desktop);
                var stream = desktop.live("scoring");
                streams.add(stream);
                Thread.startVirtualThread(() -> watch(desktop, stream));
            }
            events(events, seconds);
        } finally {
            running = false;
            for (AutoCloseable stream : streams) {
                stream.close();
            }
            desktops.forEach(Desktop::close);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void events(int events, int seconds) throws Exception {
        Takings takings = province.takings();
        Map<UUID, Map.Entry<Long, Long>> pending = new ConcurrentHashMap<>();
        Queue<Long> counted = new ConcurrentLinkedQueue<>();
        LongAdder overtaken = new LongAdder();
        Thread counting = Thread.startVirtualThread(() -> count(pending, counted));
        OpenLoop.run(events, seconds, _ -> {
            Takings.Taken taken = takings.take();
            if (pending.put(taken.id().value(), Map.entry(taken.version(), System.nanoTime())) != null) {
                overtaken.increment();
            }
        });
        long patience = System.nanoTime() + 30_000_000_000L;
        while (!pending.isEmpty() && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
        long never = pending.size();
        running = false;
        counting.join();
        double fromEvent = percentile(counted) / 1e6;
        double fetch = fetches.isEmpty() ? Double.NaN : percentile(fetches) / 1e6;
        report.add(Measure.of("event counted, p99, at %d events/s".formatted(events), fromEvent, "ms"));
        report.add(Measure.of("a page asks for the index again, p99", fetch, "ms"));
        report.add(Measure.atMost(
                "event visible at the latest: counted, page's rest, page (p99 each)",
                fromEvent + REST_MILLIS + fetch,
                "ms",
                1_000));
        report.add(Measure.atMost("events never counted", never, "events", 0));
        report.note("Index: %,d events counted, %,d overtaken by the next of their dossier, %,d pages asked for again."
                .formatted(counted.size(), overtaken.sum(), fetches.size()));
    }

    private static double percentile(Queue<Long> nanos) {
        return Samples.percentile(nanos.stream().mapToLong(Long::longValue).toArray(), 0.99);
    }

    /// Looks which events the index counts by now.
    private void count(Map<UUID, Map.Entry<Long, Long>> pending, Queue<Long> counted) {
        while (running) {
            UUID[] ids = pending.keySet().toArray(UUID[]::new);
            Map<UUID, Long> versions = new HashMap<>();
            province.jdbc()
                    .sql("select dossier, version from scoring.contribution where dossier = any(:ids)")
                    .param("ids", ids)
                    .query((row, _) -> versions.put(row.getObject(1, UUID.class), row.getLong(2)))
                    .list();
            long now = System.nanoTime();
            versions.forEach((id, version) -> {
                Map.Entry<Long, Long> waiting = pending.get(id);
                if (waiting != null && version >= waiting.getKey() && pending.remove(id, waiting)) {
                    counted.add(now - waiting.getValue());
                }
            });
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void watch(Desktop desktop, java.io.InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (running && line != null) {
                if (line.startsWith("data:")) {
                    long start = System.nanoTime();
                    desktop.open("/scores");
                    fetches.add(System.nanoTime() - start);
                    Thread.sleep(REST_MILLIS);
                    while (lines.ready()) {
                        lines.readLine();
                    }
                }
                line = lines.readLine();
            }
        } catch (IOException | InterruptedException failed) {
            if (running) {
                failure.compareAndSet(null, failed);
            }
        }
    }
}
