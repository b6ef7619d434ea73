package vn.thongsuot.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// Signing a file on the page.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("S1.4")
class SigningPagesTests {

    private static final String BOUNDARY = "------thongsuot";

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void givesTheSignedFileBackUnderItsName() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(clerk.get("/signing/new").body()).contains("Ký với tên Trần Thị Mỹ Hạnh");
            HttpResponse<byte[]> answer = send(clerk, "Tờ trình 12.PDF", Pdfs.document(3, 0), "1", "TOP_RIGHT");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualTo("application/pdf");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment")
                    .contains("T%E1%BB%9D%20tr%C3%ACnh%2012%20%28%C4%91%C3%A3%20k%C3%BD%29.pdf");
            assertThat(Pdfs.pdfsig(folder, answer.body())).contains("Signature is Valid.");
        }
    }

    @Test
    void saysWhatIsWrongAndKeepsTheChoices() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            clerk.get("/signing/new");
            HttpResponse<byte[]> text =
                    send(clerk, "ghi chú.txt", "Ghi chú".getBytes(StandardCharsets.UTF_8), "1", "TOP_LEFT");
            assertThat(text.statusCode()).isEqualTo(422);
            assertThat(body(text))
                    .contains("Chỉ ký được tệp PDF")
                    .contains("chọn lại tệp")
                    .contains("<option value=\"TOP_LEFT\" selected>");
            assertThat(body(send(clerk, "a.pdf", null, "last", "TOP_LEFT"))).contains("Chọn một tệp PDF để ký");
            assertThat(body(send(clerk, "a.pdf", Pdfs.document(1, 0), "7", "TOP_LEFT")))
                    .contains("Tệp không có trang đã chọn");
            assertThat(send(clerk, "a.pdf", Pdfs.document(1, 0), "-1", "TOP_LEFT")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(send(clerk, "a.pdf", Pdfs.document(1, 0), "1", "MIDDLE").statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void isForOfficersOnly() {
        try (Web stranger = new Web(port)) {
            assertThat(stranger.get("/signing/new")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .contains("/sign-in");
            stranger.get("/sign-in");
            HttpResponse<byte[]> answer = send(stranger, "a.pdf", Pdfs.document(1, 0), "1", "TOP_LEFT");
            assertThat(answer.statusCode()).isNotEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotContain("pdf");
        }
    }

    private HttpResponse<byte[]> send(Web web, String name, byte @Nullable [] pdf, String page, String corner) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(body, "_csrf", web.csrf());
        field(body, "page", page);
        field(body, "corner", corner);
        if (pdf != null) {
            text(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.writeBytes(pdf);
            text(body, "\r\n");
        }
        text(body, "--" + BOUNDARY + "--\r\n");
        return web.send(
                web.request("/signing/signatures")
                        .header("Accept", "text/html,application/pdf")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void text(ByteArrayOutputStream body, String text) {
        try {
            body.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String body(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
