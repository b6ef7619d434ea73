package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;

/// A leader chooses a file, signs it and takes it away.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class SigningJourneyTests {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    @Proves("S1.4")
    void aLeaderSignsAFileOnATelephone() throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("Tờ trình.pdf"), empty());
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(
                    browser.visitor(Browser.PHONE, com.microsoft.playwright.options.ColorScheme.LIGHT),
                    DemonstrationAccount.LEADER);
            page.navigate("/signing/new");
            Browser.assertNothingSticksOut(page);
            Assertions.assertThat(Browser.barriers(page)).isEmpty();
            Browser.picture(page, "signing-phone");
            page.locator("#file").setInputFiles(file);
            Download signed = page.waitForDownload(
                    () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ký và tải về"))
                            .click());
            Assertions.assertThat(signed.suggestedFilename()).isEqualTo("Tờ trình (đã ký).pdf");
            Path taken = folder.resolve("taken.pdf");
            signed.saveAs(taken);
            Assertions.assertThat(pdfsig(taken)).contains("Đặng Quốc Tường").contains("Signature is Valid.");
            assertThat(page.locator("h1")).hasText("Ký số một tệp PDF");

            page.locator("#file").setInputFiles(Files.writeString(folder.resolve("ghi chú.pdf"), "không phải PDF"));
            // A second click at once is none; a little later it is.
            page.locator("form[data-gives-a-file]:not([data-sent])").waitFor();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ký và tải về"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Chỉ ký được tệp PDF");
            Browser.picture(page, "signing-refused-phone");
        }
    }

    private static byte[] empty() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String pdfsig(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("pdfsig", "-nocert", file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
