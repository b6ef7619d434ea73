package vn.thongsuot;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import vn.thongsuot.shared.Words;

/// **Sinh dữ liệu minh họa.** Fills a running demonstration (`bin/generate`): a few dossiers and documents through the
/// pages and forms that people use, many in bulk.
final class Generation {

    /// Up to so many of a kind are made through the pages.
    static final int THROUGH_PAGES = 200;

    private static final int AGENCIES = 8;
    /// Of a letter sent there is one copy where it goes out and mostly one where it comes in.
    private static final int COPIES = 2;

    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final DayControl control;
    private final PrintStream out;

    Generation(DayControl control, PrintStream out) {
        this.control = control;
        this.out = out;
    }

    /// Makes what is asked for; whether all of it was made.
    boolean make(int documents, int dossiers, int seed) throws IOException, InterruptedException {
        int lettersByHand = documents <= THROUGH_PAGES ? (documents + 1) / COPIES : 0;
        int dossiersByHand = dossiers <= THROUGH_PAGES ? dossiers : 0;
        boolean whole = true;
        if (lettersByHand + dossiersByHand > 0) {
            DayReport report = throughPages(lettersByHand, dossiersByHand, seed);
            report.lines().forEach(out::println);
            whole = report.whole();
        }
        int documentsInBulk = documents <= THROUGH_PAGES ? 0 : documents;
        int dossiersInBulk = dossiers <= THROUGH_PAGES ? 0 : dossiers;
        return (documentsInBulk + dossiersInBulk == 0 || inBulk(documentsInBulk, dossiersInBulk, seed)) && whole;
    }

    private DayReport throughPages(int letters, int dossiers, int seed) throws IOException, InterruptedException {
        LocalDateTime now = control.now();
        DayScene scene = DayScene.atOnce(now, now.plusHours(AGENCIES));
        List<DayCompany> companies = control.cast(AGENCIES);
        Map<String, String> before = control.points();
        WorkingDay.Options options = new WorkingDay.Options("", 0, companies.size(), dossiers, letters, seed);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            WorkingDay.stories(options, scene, companies, control.procedures())
                    .forEach(story -> people.execute(() -> scene.play(story)));
            people.shutdown();
            if (!people.awaitTermination(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
                people.shutdownNow();
                scene.failed("Sinh dữ liệu", "dừng sau " + LONGEST.toMinutes() + " phút, còn việc chưa xong");
            }
        } finally {
            companies.forEach(DayCompany::close);
        }
        return new DayReport(now.toLocalDate(), scene.done(), before, control.points(), scene.failed());
    }

    private boolean inBulk(int documents, int dossiers, int seed) throws IOException, InterruptedException {
        long began = System.nanoTime();
        JsonNode progress = control.generate(documents, dossiers, seed);
        while (progress.path("running").asBoolean()) {
            show(progress);
            Thread.sleep(LOOK_AGAIN_MILLIS);
            progress = control.generation();
        }
        show(progress);
        out.println();
        JsonNode failure = progress.path("failure");
        if (!failure.isNull()) {
            out.println("Dừng giữa chừng: " + failure.asString());
            return false;
        }
        out.printf(
                Words.VIETNAMESE,
                "Xong sau %,d giây. Chỉ số và niêm phong nhật ký còn được tính tiếp trong nền.%n",
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
        return true;
    }

    private void show(JsonNode progress) {
        StringBuilder line = new StringBuilder("\r ");
        for (JsonNode part : progress.path("parts")) {
            line.append(String.format(
                    Words.VIETNAMESE,
                    " %s %,d / %,d ",
                    part.path("kind").asString().equals("dossiers") ? "hồ sơ" : "văn bản",
                    part.path("done").asLong(),
                    part.path("total").asLong()));
        }
        out.print(line);
        out.flush();
    }

    /// `--port 8080 --documents 0 --dossiers 0 --seed 1`; ends with 1 when anything was not made.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, Integer> given =
                new TreeMap<>(Map.of("--port", 8080, "--documents", 0, "--dossiers", 0, "--seed", 1));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (given.replace(arguments[i], Integer.valueOf(arguments[i + 1])) == null) {
                throw new IllegalArgumentException(arguments[i]);
            }
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (DayControl control = new DayControl("http://localhost:" + given.get("--port"))) {
            boolean whole = new Generation(control, out)
                    .make(
                            Objects.requireNonNull(given.get("--documents")),
                            Objects.requireNonNull(given.get("--dossiers")),
                            Objects.requireNonNull(given.get("--seed")));
            System.exit(whole ? 0 : 1);
        } catch (ConnectException nobody) {
            out.println("Không có máy chủ ở cổng " + given.get("--port") + "; chạy bin/run trước.");
            System.exit(1);
        } catch (DayVisitor.Refused refused) {
            out.println("Máy chủ từ chối: " + refused.getMessage());
            System.exit(1);
        }
    }
}
