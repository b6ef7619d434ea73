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
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody at work in a browser, as {@link WorkingDay} plays them: one thing at a time, with the pages and forms that
/// people use.
final class DayVisitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern ALERT = Pattern.compile("role=\"alert\"[^>]*>(.*?)</div></div>", Pattern.DOTALL);
    private static final String BOUNDARY = "----thongsuot-day";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// A proof of who one is stays fresh for ten minutes; signing asks for a fresh one.
    private static final Duration FRESH = Duration.ofMinutes(8);

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String user;
    private final ReentrantLock busy = new ReentrantLock();
    private long entered;

    DayVisitor(String base, String user) {
        this.base = base;
        this.user = user;
    }

    /// A form: fields in order, and perhaps a file.
    record Form(List<String[]> fields, String fileField, byte[] file) {

        static Form of(String... namesAndValues) {
            List<String[]> fields = new ArrayList<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                fields.add(new String[] {namesAndValues[i], namesAndValues[i + 1]});
            }
            return new Form(fields, "", new byte[0]);
        }

        Form file(String field, byte[] content) {
            return new Form(fields, field, content);
        }
    }

    /// Opens `page` and sends the form that stands there to `action`: where that led. Whoever answers with a page has
    /// refused; the reason is thrown as {@link Refused}.
    String submit(String page, String action, Form form) throws IOException, InterruptedException {
        busy.lock();
        try {
            if (entered == 0 || System.nanoTime() - entered > FRESH.toNanos()) {
                enter();
            }
            String seen = get(page).body();
            List<String[]> fields = new ArrayList<>(form.fields());
            fields.add(new String[] {"_csrf", first(TOKEN, seen)});
            Matcher version = VERSION.matcher(seen);
            if (version.find()) {
                fields.add(new String[] {"version", version.group(1)});
            }
            boolean whole = form.file().length > 0 || page.startsWith("/dossiers/new");
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + action))
                    .header("Accept", "text/html")
                    .header(
                            "Content-Type",
                            whole ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(whole ? parts(fields, form) : encoded(fields)))
                    .build());
            if (answer.statusCode() != 302) {
                throw new Refused(action, answer.statusCode(), reason(answer.body()));
            }
            return URI.create(base)
                    .resolve(answer.headers().firstValue("Location").orElse("/"))
                    .getPath();
        } finally {
            busy.unlock();
        }
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

    /// What an address of the API answers, or a page.
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .build());
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
        if (form.file().length > 0) {
            body.writeBytes(part("name=\"" + form.fileField() + "\"; filename=\"quet.pdf\"", form.file()));
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
