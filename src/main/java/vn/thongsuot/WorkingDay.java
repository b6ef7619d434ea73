package vn.thongsuot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// **Một ngày làm việc.** Plays a working day of a running demonstration through the pages and forms that people use
/// (`bin/day`): counters receive, officers handle, leaders sign, some are late, some ask for papers. It lets the
/// business
/// clock run faster and puts it back; it ends by itself and says what it did. Uses nothing but the JDK and HTTP.
final class WorkingDay {

    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime LAST_ARRIVAL = LocalTime.of(14, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final LocalTime ENDS = LocalTime.of(17, 30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] NAMES = {
        "Nguyễn Thị Lan",
        "Trần Văn Bình",
        "Lê Thị Hồng",
        "Thạch Sa Rết",
        "Kim Thị Sóc Kha",
        "Sơn Ngọc Minh",
        "Phạm Văn Đức",
        "Huỳnh Thị Kim Thoa",
        "Lâm Thị Phượng",
        "Võ Hoàng Nam"
    };

    /// @param speed business minutes per real minute
    /// @param dossiers how many are handed in, over all agencies
    record Options(String base, int speed, int agencies, int dossiers, long seed) {}

    /// What came of it.
    ///
    /// @param done how often each thing was done, by its name
    /// @param before points per indicator of the province, `after` the day
    /// @param failed what was refused or went wrong
    record Report(
            LocalDate day, Map<String, Integer> done, List<String> before, List<String> after, List<String> failed) {

        boolean whole() {
            return failed.isEmpty();
        }
    }

    private enum Fate {
        IN_TIME,
        LATE,
        PAPERS_ASKED,
        REFUSED
    }

    private final Options options;
    private final Random random;
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    private final DayControl control;
    private LocalDateTime began = LocalDateTime.MIN;
    private long beganAt;

    private WorkingDay(Options options) throws IOException, InterruptedException {
        this.options = options;
        this.random = new Random(options.seed());
        this.control = new DayControl(options.base());
    }

    static Report play(Options options) throws IOException, InterruptedException {
        return new WorkingDay(options).play();
    }

    private Report play() throws IOException, InterruptedException {
        double rate = control.rate();
        List<DayControl.Company> companies = control.cast(options.agencies());
        List<String> before = control.points();
        LocalDate day = control.begin(OPENS, options.speed());
        began = day.atTime(OPENS);
        beganAt = System.nanoTime();
        Thread back = new Thread(() -> restore(rate));
        Runtime.getRuntime().addShutdownHook(back);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < options.dossiers(); i++) {
                DayControl.Company company = companies.get(i % companies.size());
                Fate fate = fate(i);
                LocalTime arrival = OPENS.plusSeconds(
                        random.nextLong(Duration.between(OPENS, LAST_ARRIVAL).toSeconds()));
                int[] pauses = {10 + random.nextInt(30), 10 + random.nextInt(40), 5 + random.nextInt(30)};
                String person = NAMES[random.nextInt(NAMES.length)];
                String number = "084" + String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
                people.execute(
                        () -> dossier(company, fate, day.atTime(arrival), pauses, new String[] {person, number}));
            }
            people.shutdown();
            Duration longest =
                    real(Duration.between(OPENS, ENDS)).multipliedBy(2).plusMinutes(2);
            if (!people.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                people.shutdownNow();
                failed.add("stopped after " + longest.toSeconds() + " s");
            }
        } finally {
            restore(rate);
            Runtime.getRuntime().removeShutdownHook(back);
            companies.forEach(DayControl.Company::close);
        }
        return new Report(day, new TreeMap<>(done), before, control.points(), List.copyOf(failed));
    }

    /// One in eight is signed late, one in twelve lacks a paper, one in twenty cannot be granted.
    private static Fate fate(int dossier) {
        if (dossier % 8 == 3) {
            return Fate.LATE;
        }
        if (dossier % 12 == 5) {
            return Fate.PAPERS_ASKED;
        }
        return dossier % 20 == 13 ? Fate.REFUSED : Fate.IN_TIME;
    }

    private void dossier(DayControl.Company company, Fate fate, LocalDateTime arrival, int[] pauses, String[] person) {
        try {
            LocalDateTime at = wait(arrival);
            String place = company.counter()
                    .submit(
                            "/dossiers/new?procedure=2.000635",
                            "/dossiers",
                            DayVisitor.Form.of(
                                            "procedure",
                                            "2.000635",
                                            "name",
                                            person[0],
                                            "number",
                                            person[1],
                                            "seen.GIAY-TO-TUY-THAN",
                                            "true")
                                    .file("scan.TO-KHAI", DayVisitor.pdf("To khai cap ban sao trich luc ho tich")));
            did("received");
            at = wait(at.plusMinutes(pauses[0]));
            company.officer().submit(place, place + "/taking", DayVisitor.Form.of());
            did("taken");
            if (fate == Fate.REFUSED) {
                company.officer()
                        .submit(
                                place,
                                place + "/refusal",
                                DayVisitor.Form.of("reason", "Không có thông tin trong sổ hộ tịch"));
                did("refused");
                return;
            }
            if (fate == Fate.PAPERS_ASKED) {
                company.officer()
                        .submit(
                                place,
                                place + "/supplement-request",
                                DayVisitor.Form.of("papers", "TO-KHAI", "reason", "Tờ khai thiếu chữ ký"));
                did("papers asked");
                at = wait(at.plusMinutes(pauses[1]));
                company.counter()
                        .submit(
                                place,
                                place + "/supplement",
                                DayVisitor.Form.of().file("scan.TO-KHAI", DayVisitor.pdf("To khai da ky")));
                did("papers received");
            }
            at = wait(at.plusMinutes(pauses[1]));
            company.officer()
                    .submit(
                            place,
                            place + "/results",
                            DayVisitor.Form.of().file("file", DayVisitor.pdf("Trich luc ho tich (ban sao)")));
            did("proposed");
            LocalDateTime signing = at.plusMinutes(pauses[2]);
            at = wait(fate == Fate.LATE ? arrival.toLocalDate().atTime(CLOSES.plusMinutes(10)) : signing);
            company.signer().submit(place, place + "/signature", DayVisitor.Form.of());
            did(at.toLocalTime().isAfter(CLOSES) ? "signed late" : "signed");
            company.counter().submit(place, place + "/handing-over", DayVisitor.Form.of());
            did("returned");
        } catch (IOException | RuntimeException wrong) {
            failed.add(company.name() + ": " + wrong.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            failed.add(company.name() + ": stopped");
        }
    }

    private void did(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /// Until the business clock shows `time`, or later; what it shows then.
    private LocalDateTime wait(LocalDateTime time) throws InterruptedException {
        Duration left = Duration.between(now(), time);
        if (left.isPositive()) {
            Thread.sleep(real(left));
        }
        return now();
    }

    private LocalDateTime now() {
        return began.plusNanos((System.nanoTime() - beganAt) * options.speed());
    }

    private Duration real(Duration business) {
        return business.dividedBy(options.speed());
    }

    private void restore(double rate) {
        try {
            control.run(rate);
        } catch (IOException | InterruptedException | DayVisitor.Refused gone) {
            failed.add("The clock could not be put back: " + gone.getMessage());
        }
    }

    /// `--port 8080 --speed 60 --agencies 8 --dossiers 40 --seed 1`; ends with 1 when anything was refused.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, Integer> given =
                new TreeMap<>(Map.of("--port", 8080, "--speed", 60, "--agencies", 8, "--dossiers", 40, "--seed", 1));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (given.replace(arguments[i], Integer.valueOf(arguments[i + 1])) == null) {
                throw new IllegalArgumentException(arguments[i]);
            }
        }
        Report report = play(new Options(
                "http://localhost:" + given.get("--port"),
                Objects.requireNonNull(given.get("--speed")),
                Objects.requireNonNull(given.get("--agencies")),
                Objects.requireNonNull(given.get("--dossiers")),
                Objects.requireNonNull(given.get("--seed"))));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Ngày làm việc " + DAY.format(report.day()));
        report.done().forEach((what, times) -> out.printf(Locale.ROOT, "  %-16s %d%n", what, times));
        out.println("  points           " + report.before() + " -> " + report.after());
        report.failed().forEach(failure -> out.println("  FAILED           " + failure));
        System.exit(report.whole() ? 0 : 1);
    }
}
