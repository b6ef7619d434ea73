package vn.thongsuot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody at work in a browser, as {@link WorkingDay} plays them: one thing at a time, with the pages and forms that
/// people use.
final class DayVisitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern ALERT = Pattern.compile("role=\"alert\"[^>]*>(.*?)</div></div>", Pattern.DOTALL);
    private static final Pattern MULTIPART = Pattern.compile("^<form[^>]* enctype=\"multipart/form-data\"");
    private static final String BOUNDARY = "----thongsuot-day";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration GLANCE = Duration.ofMillis(400);

    /// A proof of who one is stays fresh for ten minutes; signing asks for a fresh one.
    private static final Duration FRESH = Duration.ofMinutes(8);

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String user;
    private final String name;
    private final ReentrantLock busy = new ReentrantLock();
    private long entered;

    /// @param user the sign-in name; `name` what the person is called
    DayVisitor(String base, String user, String name) {
        this.base = base;
        this.user = user;
        this.name = name;
    }

    String name() {
        return name;
    }

    /// What is put into a form.
    ///
    /// @param fields in order, by name and value
    /// @param chosen by name, how the entry of the list begins that is chosen
    record Form(List<String[]> fields, List<String[]> chosen, List<Scan> scans) {

        record Scan(String field, String name, byte[] pdf) {}

        static Form of(String... namesAndValues) {
            Form form = new Form(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < namesAndValues.length; i += 2) {
                form.with(namesAndValues[i], namesAndValues[i + 1]);
            }
            return form;
        }

        Form with(String field, String value) {
            fields.add(new String[] {field, value});
            return this;
        }

        Form choose(String field, String beginning) {
            chosen.add(new String[] {field, beginning});
            return this;
        }

        Form scan(String field, String name, byte[] pdf) {
            scans.add(new Scan(field, name, pdf));
            return this;
        }
    }

    /// Waits for the form to `action` on `page`, fills it in and sends it: where that led. Whoever answers with a page
    /// has refused; the reason is thrown as {@link Refused}.
    String submit(String page, String action, Form form) throws IOException, InterruptedException {
        String seen = find(
                page,
                Pattern.compile("<form[^>]* action=\"" + Pattern.quote(action) + "\".*?</form>"),
                "biểu mẫu " + action);
        busy.lock();
        try {
            List<String[]> fields = new ArrayList<>(form.fields());
            fields.add(new String[] {"_csrf", first(TOKEN, seen)});
            if (VERSION.matcher(seen).find()) {
                fields.add(new String[] {"version", first(VERSION, seen)});
            }
            for (String[] choice : form.chosen()) {
                fields.add(new String[] {choice[0], chosen(seen, choice[0], choice[1], action)});
            }
            boolean whole = MULTIPART.matcher(seen).find();
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + action))
                    .header("Accept", "text/html")
                    .header(
                            "Content-Type",
                            whole ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(whole ? parts(fields, form) : encoded(fields)))
                    .build());
            String led = URI.create(base)
                    .resolve(answer.headers().firstValue("Location").orElse("/"))
                    .getPath();
            if (answer.statusCode() != 302 || led.startsWith("/sign-in")) {
                throw new Refused(action, answer.statusCode(), reason(answer.body()));
            }
            return led;
        } finally {
            busy.unlock();
        }
    }

    private static String chosen(String form, String field, String beginning, String action) {
        int list = form.indexOf("name=\"" + field + "\"");
        Pattern entry = Pattern.compile("<option value=\"([^\"]+)\"[^>]*>\\s*" + Pattern.quote(beginning));
        String value = list < 0 ? "" : first(entry, form.substring(list));
        if (value.isEmpty()) {
            throw new Refused(action, 200, "không có để chọn: " + beginning);
        }
        return value;
    }

    /// Looks at `page` until `wanted` stands there: the part found, or its last group.
    ///
    /// @param what it is called where it does not come
    String find(String page, Pattern wanted, String what) throws IOException, InterruptedException {
        Pattern across = Pattern.compile(wanted.pattern(), Pattern.DOTALL);
        long began = System.nanoTime();
        Matcher found = across.matcher(open(page));
        while (!found.find()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new Refused(page, 200, "đợi mãi không thấy " + what);
            }
            Thread.sleep(GLANCE);
            found = across.matcher(open(page));
        }
        return found.group(found.groupCount());
    }

    private String open(String page) throws IOException, InterruptedException {
        busy.lock();
        try {
            if (entered == 0 || System.nanoTime() - entered > FRESH.toNanos()) {
                enter();
            }
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + page))
                    .header("Accept", "text/html")
                    .build());
            if (answer.statusCode() != 200) {
                throw new Refused(page, answer.statusCode(), reason(answer.body()));
            }
            return answer.body();
        } finally {
            busy.unlock();
        }
    }

    private void enter() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + "/api/demonstration/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"user\": \"" + user + "\"}"))
                .build());
        if (answer.statusCode() != 200) {
            throw new Refused("/api/demonstration/sessions", answer.statusCode(), answer.body());
        }
        entered = System.nanoTime();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpRequest patient = HttpRequest.newBuilder(request, (_, _) -> true)
                .timeout(PATIENCE)
                .build();
        return client.send(patient, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] encoded(List<String[]> fields) {
        StringBuilder body = new StringBuilder();
        for (String[] field : fields) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(field[0], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(field[1], StandardCharsets.UTF_8));
        }
        return body.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] parts(List<String[]> fields, Form form) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String[] field : fields) {
            body.writeBytes(part("name=\"" + field[0] + "\"", field[1].getBytes(StandardCharsets.UTF_8)));
        }
        for (Form.Scan scan : form.scans()) {
            body.writeBytes(part("name=\"" + scan.field() + "\"; filename=\"" + scan.name() + "\"", scan.pdf()));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static byte[] part(String disposition, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    private static String reason(String page) {
        Matcher alert = ALERT.matcher(page);
        String said = alert.find() ? alert.group(1) : page.substring(0, Math.min(page.length(), 300));
        return said.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        client.close();
    }

    /// What the page said.
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String action, int status, String reason) {
            super(action + ": " + status + " " + reason);
        }
    }
}
