package vn.thongsuot;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// **Một ngày làm việc.** Plays a working day of a running demonstration through the pages and forms that people use
/// (`bin/day`): counters receive, officers handle, leaders sign, some are late, some ask for papers. It lets the
/// business
/// clock run faster and puts it back; it ends by itself and says what it did. Uses nothing but the JDK and HTTP.
final class WorkingDay {

    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime LAST_ARRIVAL = LocalTime.of(14, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final LocalTime ENDS = LocalTime.of(17, 30);
    private static final Pattern COMPANY = Pattern.compile(
            "\\{\"agency\":\"[^\"]+\",\"name\":\"([^\"]+)\",\"counter\":\"([^\"]+)\",\"officer\":\"([^\"]+)\",\"signer\":\"([^\"]+)\"");
    private static final Pattern SHOWN = Pattern.compile("\"shown\":([0-9.]+)");
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

    private record Company(String name, DayVisitor counter, DayVisitor officer, DayVisitor signer) {}

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
    private final HttpClient client = HttpClient.newHttpClient();
    private final String token;
    private LocalDateTime began = LocalDateTime.MIN;
    private long beganAt;

    private WorkingDay(Options options) throws IOException, InterruptedException {
        this.options = options;
        this.random = new Random(options.seed());
        this.token = send("POST", "/api/demonstration/tokens", "{\"user\": \"admin\", \"days\": 1}")
                .replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    static Report play(Options options) throws IOException, InterruptedException {
        return new WorkingDay(options).play();
    }

    private Report play() throws IOException, InterruptedException {
        double rate = rate(send("GET", "/api/clock", null));
        List<Company> companies = cast();
        List<String> before = points();
        LocalDate day = begin();
        Thread back = new Thread(() -> restore(rate));
        Runtime.getRuntime().addShutdownHook(back);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < options.dossiers(); i++) {
                Company company = companies.get(i % companies.size());
                Fate fate = fate(i);
                LocalTime arrival = OPENS.plusSeconds(
                        random.nextLong(Duration.between(OPENS, LAST_ARRIVAL).toSeconds()));
                int[] pauses = {10 + random.nextInt(30), 10 + random.nextInt(40), 5 + random.nextInt(30)};
                String person = NAMES[random.nextInt(NAMES.length)];
                String number = "084" + String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
                people.submit(() -> dossier(company, fate, day.atTime(arrival), pauses, new String[] {person, number}));
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
            companies.forEach(company -> List.of(company.counter(), company.officer(), company.signer())
                    .forEach(DayVisitor::close));
        }
        return new Report(day, new TreeMap<>(done), before, points(), List.copyOf(failed));
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

    private void dossier(Company company, Fate fate, LocalDateTime arrival, int[] pauses, String[] person) {
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
                                    .file("scan.TO-KHAI", pdf("To khai cap ban sao trich luc ho tich")));
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
                                DayVisitor.Form.of().file("scan.TO-KHAI", pdf("To khai da ky")));
                did("papers received");
            }
            at = wait(at.plusMinutes(pauses[1]));
            company.officer()
                    .submit(
                            place,
                            place + "/results",
                            DayVisitor.Form.of().file("file", pdf("Trich luc ho tich (ban sao)")));
            did("proposed");
            LocalDateTime signing = at.plusMinutes(pauses[2]);
            at = wait(fate == Fate.LATE ? arrival.toLocalDate().atTime(CLOSES.plusMinutes(10)) : signing);
            company.signer().submit(place, place + "/signature", DayVisitor.Form.of());
            did(at.toLocalTime().isAfter(CLOSES) ? "signed late" : "signed");
            company.counter().submit(place, place + "/handing-over", DayVisitor.Form.of());
            did("returned");
        } catch (IOException | DayVisitor.Refused wrong) {
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

    /// The next working day's morning: today's where it has not begun.
    private LocalDate begin() throws IOException, InterruptedException {
        LocalDateTime now = at(send("GET", "/api/clock", null));
        LocalDate day = now.toLocalTime().isBefore(OPENS)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        send("PUT", "/api/clock", "{\"at\": \"" + day.atTime(OPENS) + "\", \"rate\": " + options.speed() + "}");
        began = day.atTime(OPENS);
        beganAt = System.nanoTime();
        return day;
    }

    private void restore(double rate) {
        try {
            send("PUT", "/api/clock", "{\"at\": null, \"rate\": " + rate + "}");
        } catch (IOException | InterruptedException | DayVisitor.Refused gone) {
            failed.add("The clock could not be put back: " + gone.getMessage());
        }
    }

    private List<Company> cast() throws IOException, InterruptedException {
        Matcher company = COMPANY.matcher(send("GET", "/api/demonstration/cast?agencies=" + options.agencies(), null));
        List<Company> companies = new ArrayList<>();
        while (company.find()) {
            companies.add(new Company(
                    company.group(1),
                    new DayVisitor(options.base(), company.group(2)),
                    new DayVisitor(options.base(), company.group(3)),
                    new DayVisitor(options.base(), company.group(4))));
        }
        if (companies.isEmpty()) {
            throw new IOException("no agency where a day can be played");
        }
        return companies;
    }

    /// The province's points, indicator by indicator.
    private List<String> points() throws IOException, InterruptedException {
        String board = send("GET", "/api/scores/points", null);
        int agencies = board.indexOf("\"agencies\"");
        Matcher shown = SHOWN.matcher(agencies < 0 ? board : board.substring(0, agencies));
        List<String> points = new ArrayList<>();
        while (shown.find()) {
            points.add(shown.group(1));
        }
        return points;
    }

    private static double rate(String clock) {
        return Double.parseDouble(clock.replaceAll(".*\"rate\":([0-9.E]+).*", "$1"));
    }

    private static LocalDateTime at(String clock) {
        return LocalDateTime.parse(clock.replaceAll(".*\"at\":\"([^\"]+)\".*", "$1"));
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(options.base() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new DayVisitor.Refused(path, answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    /// One page with a line of text: what a scanner at the counter would give.
    static byte[] pdf(String line) {
        String content = "BT /F1 14 Tf 72 760 Td (" + line + ") Tj ET";
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < objects.length; i++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ")
                .append(objects.length + 1)
                .append("\n0000000000 65535 f \n")
                .append(places);
        file.append("trailer<</Size ").append(objects.length + 1).append("/Root 1 0 R>>\nstartxref\n");
        file.append(table).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
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
                given.get("--speed"),
                given.get("--agencies"),
                given.get("--dossiers"),
                given.get("--seed")));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Ngày làm việc " + DAY.format(report.day()));
        report.done().forEach((what, times) -> out.printf(Locale.ROOT, "  %-16s %d%n", what, times));
        out.println("  points           " + report.before() + " -> " + report.after());
        report.failed().forEach(failure -> out.println("  FAILED           " + failure));
        System.exit(report.whole() ? 0 : 1);
    }
}
