package vn.thongsuot.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.thongsuot.access.DemonstrationAccount;

/// Pages, start and memory of the application as `bin/run` runs it, with the demonstration province.
final class PageBenchmark implements Benchmark {

    private static final int PER_SECOND = 40;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern MENU = Pattern.compile("<a[^>]*class=\"[^\"]*ts-nav[^\"]*\"[^>]*>");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    private record Visitor(HttpClient client, List<String> pages) {}

    private record Shown(String page, long nanos, int bytes) {}

    @Override
    public void run(Report report, boolean quick) throws Exception {
        Path folder = Files.createTempDirectory("thongsuot-bench");
        Path data = Files.createDirectories(folder.resolve("data"));
        try {
            report.progress("first start, loading the province");
            RunningNode.start(data).close();
            starts(report, data, quick ? 1 : 5);
            try (RunningNode node = RunningNode.start(data)) {
                report.progress("idle");
                Thread.sleep(quick ? 5_000 : 60_000);
                report.add(Measure.atMost("resident memory at idle", node.residentMemory(), "MiB", 512));
                pages(report, node, quick ? 5 : 60);
                report.add(Measure.of("resident memory after the pages", node.residentMemory(), "MiB"));
            }
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void starts(Report report, Path data, int times) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int time = 1; time <= times; time++) {
            report.progress("start %d of %d".formatted(time, times));
            try (RunningNode node = RunningNode.start(data)) {
                seconds.add(node.secondsToStart());
            }
        }
        report.add(Measure.atMost(
                "from bin/run to UP, warm database, AOT cache, median of " + times, Samples.median(seconds), "s", 5));
    }

    private static void pages(Report report, RunningNode node, int seconds) throws Exception {
        List<Visitor> visitors = new ArrayList<>();
        for (DemonstrationAccount account : DemonstrationAccount.values()) {
            visitors.add(visitor(node.port(), account));
        }
        report.progress("warming up the pages");
        openLoop(node.port(), visitors, Math.max(3, seconds / 2));
        report.progress("pages, %d a second for %d s".formatted(PER_SECOND, seconds));
        Map<String, List<Shown>> byPage = new LinkedHashMap<>();
        openLoop(node.port(), visitors, seconds)
                .forEach(shown -> byPage.computeIfAbsent(shown.page(), _ -> new ArrayList<>())
                        .add(shown));
        String slowest = "";
        double slowestMillis = 0;
        String largest = "";
        double largestBytes = 0;
        for (Map.Entry<String, List<Shown>> page : byPage.entrySet()) {
            double millis = Samples.percentile(
                            page.getValue().stream().mapToLong(Shown::nanos).toArray(), 0.95)
                    / 1e6;
            double bytes = page.getValue().stream().mapToInt(Shown::bytes).max().orElse(0);
            if (millis > slowestMillis) {
                slowestMillis = millis;
                slowest = page.getKey();
            }
            if (bytes > largestBytes) {
                largestBytes = bytes;
                largest = page.getKey();
            }
            report.note("%-28s p95 %5.1f ms, %5.1f KB".formatted(page.getKey(), millis, bytes / 1024));
        }
        report.add(Measure.atMost("slowest page, p95: " + slowest, slowestMillis, "ms", 50));
        report.add(Measure.atMost("largest page after the first visit: " + largest, largestBytes / 1024, "KB", 100));
        report.note(("Pages: %d menu pages of %d accounts in turn, %d requests a second whether answered or not, each"
                        + " timed from the moment it was due (open loop, coordinated omission corrected), gzip; all"
                        + " bytes of the answer with its head. Style sheets, scripts and fonts come once and for ever.")
                .formatted(byPage.size(), visitors.size(), PER_SECOND));
    }

    private static Visitor visitor(int port, DemonstrationAccount account) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = TOKEN.matcher(client.send(request(port, "/sign-in").build(), BodyHandlers.ofString())
                .body());
        if (!token.find()) {
            throw new IOException("the sign-in page has no form");
        }
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + account.signInName() + "&password="
                                + URLEncoder.encode(DemonstrationAccount.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.discarding());
        if (answer.statusCode() != 302) {
            throw new IOException(account + " could not sign in: " + answer.statusCode());
        }
        String home =
                client.send(request(port, "/").build(), BodyHandlers.ofString()).body();
        Set<String> pages = new LinkedHashSet<>(List.of("/", "/search"));
        Matcher menu = MENU.matcher(home);
        while (menu.find()) {
            Matcher link = LINK.matcher(menu.group());
            if (link.find()) {
                pages.add(link.group(1).replace("&amp;", "&"));
            }
        }
        return new Visitor(client, List.copyOf(pages));
    }

    /// Sends on a fixed timetable, however slow the answers are.
    private static List<Shown> openLoop(int port, List<Visitor> visitors, int seconds) throws Exception {
        int count = PER_SECOND * seconds;
        Shown[] shown = new Shown[count];
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int index = 0; index < count; index++) {
            int number = index;
            long due = start + (long) (index * 1e9 / PER_SECOND);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(java.time.Duration.ofNanos(wait));
            }
            Visitor visitor = visitors.get(index % visitors.size());
            String page = visitor.pages()
                    .get(index / visitors.size() % visitor.pages().size());
            Thread.startVirtualThread(() -> {
                try {
                    shown[number] = show(visitor.client(), port, page, due);
                } catch (IOException | InterruptedException failed) {
                    failure.set(failed);
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        if (failure.get() != null) {
            throw failure.get();
        }
        return List.of(shown);
    }

    private static Shown show(HttpClient client, int port, String page, long due)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                request(port, page).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        long nanos = System.nanoTime() - due;
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answered " + answer.statusCode());
        }
        int head = answer.headers().map().entrySet().stream()
                .mapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length() + 4)
                        .sum())
                .sum();
        return new Shown(page, nanos, head + answer.body().length);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }
}
