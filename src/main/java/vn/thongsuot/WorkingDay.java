package vn.thongsuot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// **Một ngày làm việc.** Plays a working day of a running demonstration through the pages and forms that people use
/// (`bin/day`): counters receive, officers handle and draft, leaders sign, clerks issue and register, some are late. It
/// lets the business clock run faster and puts it back, also when it is interrupted; it ends by itself and says what it
/// did.
final class WorkingDay {

    private static final Duration AFTER_HOURS = Duration.ofMinutes(30);
    private static final int SECOND_RECEIVER = 4;

    private final Options options;
    private final DayControl control;
    private final double rate;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable DayScene scene;

    /// @param speed business minutes per real minute
    /// @param dossiers how many are handed in, over all agencies
    /// @param documents how many are sent, over all agencies
    record Options(String base, int speed, int agencies, int dossiers, int documents, long seed) {}

    private WorkingDay(Options options, DayControl control) throws IOException, InterruptedException {
        this.options = options;
        this.control = control;
        this.rate = control.rate();
    }

    static DayReport play(Options options) throws IOException, InterruptedException {
        try (DayControl control = new DayControl(options.base())) {
            return new WorkingDay(options, control).play();
        }
    }

    private DayReport play() throws IOException, InterruptedException {
        DayControl.Day day = control.day();
        LocalDateTime opens = day.date().atTime(day.opens());
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted));
        // The people of that day: some agencies end the day before.
        control.run(opens, rate);
        List<DayCompany> companies = control.cast(options.agencies());
        Map<String, String> before = control.points();
        try {
            List<DayControl.Procedure> procedures = control.procedures();
            running.set(true);
            control.run(null, options.speed());
            DayScene playing = new DayScene(opens, day.date().atTime(day.closes()), options.speed());
            scene = playing;
            play(stories(options, playing, companies, procedures), playing);
            restore();
            return new DayReport(day.date(), playing.done(), before, control.points(), playing.failed());
        } finally {
            restore();
            companies.forEach(DayCompany::close);
        }
    }

    /// What happens to as many dossiers and documents as `options` say.
    static List<DayScene.Story> stories(
            Options options, DayScene playing, List<DayCompany> companies, List<DayControl.Procedure> procedures) {
        Random random = new Random(options.seed());
        List<DayScene.Story> stories = new ArrayList<>();
        int agencies = companies.size();
        for (int i = 0; i < options.dossiers(); i++) {
            stories.add(new DossierStory(
                    playing, companies.get(i % agencies), procedures.get(i % procedures.size()), i, random));
        }
        if (agencies < 2 && options.documents() > 0) {
            playing.failed("Văn bản", "cần ít nhất hai cơ quan (--agencies) để gửi cho nhau");
            return stories;
        }
        for (int i = 0; i < options.documents(); i++) {
            stories.add(new DocumentStory(playing, companies.get(i % agencies), receivers(companies, i), i, random));
        }
        return stories;
    }

    /// Another agency each time round, and for every fourth letter one more.
    private static List<DayCompany> receivers(List<DayCompany> companies, int place) {
        int agencies = companies.size();
        List<DayCompany> others = new ArrayList<>();
        for (int i = 1; i < agencies; i++) {
            others.add(companies.get((place + i) % agencies));
        }
        Collections.rotate(others, -(place / agencies));
        return others.subList(0, Math.min(place % SECOND_RECEIVER == 0 ? 2 : 1, others.size()));
    }

    private void play(List<DayScene.Story> stories, DayScene playing) throws InterruptedException {
        Duration longest = playing.real(
                        Duration.between(playing.opens(), playing.closes()).plus(AFTER_HOURS))
                .multipliedBy(2)
                .plusMinutes(2);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            stories.forEach(story -> people.execute(() -> playing.play(story)));
            people.shutdown();
            if (!people.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                people.shutdownNow();
                playing.failed("Ngày làm việc", "dừng sau " + longest.toSeconds() + " giây, còn việc chưa xong");
            }
        }
    }

    /// Puts the clock's rate back, once.
    private void restore() throws IOException, InterruptedException {
        if (running.compareAndSet(true, false)) {
            control.run(null, rate);
        }
    }

    /// The process is told to end while the day is played.
    private void interrupted() {
        if (!running.get()) {
            return;
        }
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            restore();
            err.println("Ngày làm việc bị ngắt; đồng hồ chạy lại như trước.");
        } catch (IOException | InterruptedException | DayVisitor.Refused gone) {
            err.println("Ngày làm việc bị ngắt; không đặt lại được đồng hồ: " + gone.getMessage());
        }
        DayScene playing = scene;
        if (playing != null) {
            new DayReport(playing.opens().toLocalDate(), playing.done(), Map.of(), Map.of(), playing.failed())
                    .lines()
                    .forEach(err::println);
        }
    }

    /// `--port 8080 --speed 60 --agencies 8 --dossiers 40 --documents 24 --seed 1`; ends with 1 when anything failed.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, Integer> given = new TreeMap<>(Map.of(
                "--port", 8080, "--speed", 60, "--agencies", 8, "--dossiers", 40, "--documents", 24, "--seed", 1));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (given.replace(arguments[i], Integer.valueOf(arguments[i + 1])) == null) {
                throw new IllegalArgumentException(arguments[i]);
            }
        }
        DayReport report = play(new Options(
                "http://localhost:" + given.get("--port"),
                Objects.requireNonNull(given.get("--speed")),
                Objects.requireNonNull(given.get("--agencies")),
                Objects.requireNonNull(given.get("--dossiers")),
                Objects.requireNonNull(given.get("--documents")),
                Objects.requireNonNull(given.get("--seed"))));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        report.lines().forEach(out::println);
        System.exit(report.whole() ? 0 : 1);
    }
}
