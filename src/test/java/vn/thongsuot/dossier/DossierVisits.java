package vn.thongsuot.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.Web;

/// What people do with dossiers in their browsers, sent as the browser sends it.
public final class DossierVisits {

    static final Pattern PLACE = Pattern.compile("/dossiers/[0-9a-f-]{36}");
    static final Pattern FILE = Pattern.compile("/dossiers/[0-9a-f-]{36}/files/[0-9a-f-]{36}");

    private static final String BOUNDARY = "------thongsuot";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private DossierVisits() {}

    /// Received at the counter for 2.000635; the address of the dossier.
    public static String received(Web counter, String name) {
        counter.get("/dossiers/new?procedure=2.000635");
        HttpResponse<String> answer =
                send(counter, "/dossiers", form(name, "084190001234"), "scan.TO-KHAI", "Tờ khai.pdf", pdf());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return first(PLACE, answer.headers().firstValue("Location").orElseThrow());
    }

    static List<String[]> form(String name, String number) {
        return new ArrayList<>(List.of(
                new String[] {"procedure", "2.000635"},
                new String[] {"name", name},
                new String[] {"number", number},
                new String[] {"phone", "0987654321"},
                new String[] {"address", "Ấp Sóc Ruộng, xã Hòa Ân"},
                new String[] {"seen.GIAY-TO-TUY-THAN", "true"}));
    }

    /// Sends a step with the version of the page last seen, unless one is given.
    public static HttpResponse<String> act(Web web, String place, String step, Map<String, String> fields) {
        Map<String, String> form = new java.util.HashMap<>(fields);
        if (!form.containsKey("version")) {
            form.put("version", version(web.get(place).body()));
        }
        return web.post(place + step, form);
    }

    public static HttpResponse<String> file(Web web, String place, String step, String name, byte[] content) {
        return send(
                web,
                place + step,
                List.<String[]>of(
                        new String[] {"version", version(web.get(place).body())}),
                "file",
                name,
                content);
    }

    static String version(String page) {
        Matcher version = VERSION.matcher(page);
        assertThat(version.find()).as("something to do on the page").isTrue();
        return version.group(1);
    }

    static HttpResponse<String> send(
            Web web,
            String path,
            List<String[]> fields,
            @Nullable String field,
            @Nullable String name,
            byte @Nullable [] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String[]> all = new ArrayList<>(fields);
        all.add(new String[] {"_csrf", web.csrf()});
        for (String[] one : all) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + one[0] + "\"\r\n\r\n"
                            + one[1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (field != null && content != null) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                            + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return web.send(web.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    public static byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group();
    }

    /// What `pdfsig`, a program that is not ours, says of the signatures.
    public static String pdfsig(byte[] pdf, Path folder) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("result.pdf"), pdf);
        Process process = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
