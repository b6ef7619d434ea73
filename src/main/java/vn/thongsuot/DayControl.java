package vn.thongsuot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What {@link WorkingDay} asks of the running demonstration as a program: the clock, who plays, and the points.
final class DayControl {

    private static final Pattern COMPANY = Pattern.compile(
            "\\{\"agency\":\"[^\"]+\",\"name\":\"([^\"]+)\",\"counter\":\"([^\"]+)\",\"officer\":\"([^\"]+)\",\"signer\":\"([^\"]+)\"");
    private static final Pattern SHOWN = Pattern.compile("\"shown\":([0-9.]+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    DayControl(String base) throws IOException, InterruptedException {
        this.base = base;
        this.token = send(client, base, "", "POST", "/api/demonstration/tokens", "{\"user\": \"admin\", \"days\": 1}")
                .replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    /// The people of one agency.
    record Company(String name, DayVisitor counter, DayVisitor officer, DayVisitor signer) {

        void close() {
            List.of(counter, officer, signer).forEach(DayVisitor::close);
        }
    }

    List<Company> cast(int agencies) throws IOException, InterruptedException {
        Matcher company = COMPANY.matcher(send("GET", "/api/demonstration/cast?agencies=" + agencies, null));
        List<Company> companies = new ArrayList<>();
        while (company.find()) {
            companies.add(new Company(
                    company.group(1),
                    new DayVisitor(base, company.group(2)),
                    new DayVisitor(base, company.group(3)),
                    new DayVisitor(base, company.group(4))));
        }
        if (companies.isEmpty()) {
            throw new IOException("no agency where a day can be played");
        }
        return companies;
    }

    /// The province's points, indicator by indicator.
    List<String> points() throws IOException, InterruptedException {
        String board = send("GET", "/api/scores/points", null);
        int agencies = board.indexOf("\"agencies\"");
        Matcher shown = SHOWN.matcher(agencies < 0 ? board : board.substring(0, agencies));
        List<String> points = new ArrayList<>();
        while (shown.find()) {
            points.add(shown.group(1));
        }
        return points;
    }

    /// Business seconds per real second.
    double rate() throws IOException, InterruptedException {
        return Double.parseDouble(send("GET", "/api/clock", null).replaceAll(".*\"rate\":([0-9.E]+).*", "$1"));
    }

    void run(double rate) throws IOException, InterruptedException {
        send("PUT", "/api/clock", "{\"at\": null, \"rate\": " + rate + "}");
    }

    /// Moves the clock to `opening` of the next working day, today's where it has not come yet, and lets it run.
    LocalDate begin(LocalTime opening, int speed) throws IOException, InterruptedException {
        LocalDateTime now =
                LocalDateTime.parse(send("GET", "/api/clock", null).replaceAll(".*\"at\":\"([^\"]+)\".*", "$1"));
        LocalDate day = now.toLocalTime().isBefore(opening)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        send("PUT", "/api/clock", "{\"at\": \"" + day.atTime(opening) + "\", \"rate\": " + speed + "}");
        return day;
    }

    private String send(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        return send(client, base, token, method, path, body);
    }

    private static String send(
            HttpClient client, String base, String token, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new DayVisitor.Refused(path, answer.statusCode(), answer.body());
        }
        return answer.body();
    }
}
