package vn.thongsuot;

import java.io.IOException;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What {@link WorkingDay} asks of the running demonstration as a program: the clock, the calendar, who plays, what can
/// be handled, and the points.
final class DayControl implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    DayControl(String base) throws IOException, InterruptedException {
        this.base = base;
        this.token = send("", "POST", "/api/demonstration/tokens", "{\"user\": \"admin\", \"days\": 1}")
                .path("token")
                .asString();
    }

    /// A working day and its hours.
    record Day(LocalDate date, LocalTime opens, LocalTime closes) {}

    /// The next working day of the province: today where it has not opened yet.
    Day day() throws IOException, InterruptedException {
        JsonNode day = get("/api/demonstration/day");
        return new Day(
                LocalDate.parse(day.path("day").asString()),
                LocalTime.parse(day.path("opens").asString()),
                LocalTime.parse(day.path("closes").asString()));
    }

    List<DayCompany> cast(int agencies) throws IOException, InterruptedException {
        List<DayCompany> companies = new ArrayList<>();
        for (JsonNode company :
                get("/api/demonstration/cast?agencies=" + agencies).path("items")) {
            companies.add(new DayCompany(
                    company.path("agency").asString(),
                    company.path("name").asString(),
                    visitor(company.path("counter")),
                    visitor(company.path("officer")),
                    visitor(company.path("signer")),
                    visitor(company.path("clerk"))));
        }
        if (companies.isEmpty()) {
            throw new IOException("Không có cơ quan nào đủ người để chơi một ngày làm việc");
        }
        return companies;
    }

    private DayVisitor visitor(JsonNode player) {
        return new DayVisitor(
                base, player.path("user").asString(), player.path("name").asString());
    }

    /// A procedure of communes that can be handled, with the papers that are always asked for.
    ///
    /// @param handed papers that stay; `shown` those only looked at
    record Procedure(String code, String name, List<Paper> handed, List<Paper> shown) {}

    record Paper(String code, String name) {}

    /// Every one that can be handled for real.
    List<Procedure> procedures() throws IOException, InterruptedException {
        List<Procedure> procedures = new ArrayList<>();
        for (JsonNode one :
                get("/api/procedures?standing=COMPLETE&level=COMMUNE&limit=500").path("items")) {
            String code = one.path("code").asString();
            List<Paper> handed = new ArrayList<>();
            List<Paper> shown = new ArrayList<>();
            for (JsonNode paper : get("/api/procedures/" + code).path("parts").path("components")) {
                if (paper.path("condition").isNull()) {
                    (paper.path("handling").asString().equals("PRESENTED") ? shown : handed)
                            .add(new Paper(
                                    paper.path("code").asString(),
                                    paper.path("name").asString()));
                }
            }
            procedures.add(new Procedure(code, one.path("name").asString(), handed, shown));
        }
        if (procedures.isEmpty()) {
            throw new IOException("Không có thủ tục cấp xã nào đủ bộ phận để giải quyết");
        }
        return procedures;
    }

    /// The province's points of this month by the indicator's code; without those not counted.
    Map<String, String> points() throws IOException, InterruptedException {
        Map<String, String> points = new LinkedHashMap<>();
        get("/api/scores/points").path("province").path("indicators").forEachEntry((indicator, counted) -> {
            if (!counted.path("shown").isNull()) {
                points.put(
                        indicator,
                        counted.path("shown")
                                .decimalValue()
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString());
            }
        });
        return points;
    }

    /// Orders made-up data.
    JsonNode generate(int documents, int dossiers, long seed) throws IOException, InterruptedException {
        return send(
                "",
                "POST",
                "/api/demonstration/generation",
                "{\"documents\": " + documents + ", \"dossiers\": " + dossiers + ", \"seed\": " + seed + "}");
    }

    /// How far the order is.
    JsonNode generation() throws IOException, InterruptedException {
        return send("", "GET", "/api/demonstration/generation", null);
    }

    /// What the business clock shows, in Trà Vinh.
    LocalDateTime now() throws IOException, InterruptedException {
        return LocalDateTime.parse(get("/api/clock").path("at").asString());
    }

    /// Business seconds per real second.
    double rate() throws IOException, InterruptedException {
        return get("/api/clock").path("rate").asDouble();
    }

    /// Lets the clock run at `rate` from `at` on; null: from where it is.
    void run(@Nullable LocalDateTime at, double rate) throws IOException, InterruptedException {
        String moment = at == null ? "null" : "\"" + at + "\"";
        send(token, "PUT", "/api/clock", "{\"at\": " + moment + ", \"rate\": " + rate + "}");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(token, "GET", path, null);
    }

    private JsonNode send(String bearer, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new DayVisitor.Refused(path, answer.statusCode(), answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
