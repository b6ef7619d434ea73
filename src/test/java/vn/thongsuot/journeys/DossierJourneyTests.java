package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
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

/// A citizen comes to the counter of a commune; an officer works on the dossier; the chairman signs on a telephone.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class DossierJourneyTests {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    @Proves({"S1.2", "S1.3"})
    void fromTheCounterToTheSignature() throws IOException {
        Path scan = Files.write(folder.resolve("Tờ khai.pdf"), pdf());
        Path result = Files.write(folder.resolve("Trích lục.pdf"), pdf());
        try (Browser browser = new Browser(port)) {
            Page counter = browser.as(DemonstrationAccount.ONE_STOP);
            counter.navigate("/dossiers");
            look(counter, "dossiers-empty");
            counter.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tiếp nhận hồ sơ"))
                    .click();
            look(counter, "dossier-choice");
            counter.getByText("Cấp bản sao Trích lục hộ tịch").click();
            counter.locator("#name").fill("Nguyễn Thị Hạnh Phúc");
            counter.locator("#number").fill("084190001234");
            counter.locator("input[name='seen.GIAY-TO-TUY-THAN']").check();
            look(counter, "dossier-new");
            submit(counter, "Tiếp nhận hồ sơ");
            assertThat(counter.getByRole(AriaRole.ALERT)).containsText("Chưa có bản quét");
            assertThat(counter.locator("#name")).hasValue("Nguyễn Thị Hạnh Phúc");
            counter.locator("[id='scan.TO-KHAI']").setInputFiles(scan);
            submit(counter, "Tiếp nhận hồ sơ");
            assertThat(counter).hasURL(Pattern.compile(".*/dossiers/[0-9a-f-]{36}$"));
            look(counter, "dossier-received");
            counter.locator("summary", new Page.LocatorOptions().setHasText("Giấy tiếp nhận hồ sơ"))
                    .click();
            assertThat(counter.locator("[aria-labelledby=forms] img")).isVisible();
            counter.locator("[aria-labelledby=forms] img").scrollIntoViewIfNeeded();
            assertThat(counter.locator("[aria-labelledby=forms] img")).hasJSProperty("complete", true);
            look(counter, "dossier-receipt");
            String place = counter.url().replaceAll("https?://[^/]+", "");

            Page officer = browser.signIn(
                    browser.visitor(Browser.DESK, ColorScheme.LIGHT), DemonstrationAccount.COMMUNE_SPECIALIST);
            officer.navigate(place);
            submit(officer, "Nhận xử lý");
            officer.locator("summary", new Page.LocatorOptions().setHasText("Yêu cầu bổ sung"))
                    .click();
            officer.locator("input[name=papers]").first().check();
            officer.locator("#ask-reason").fill("Tờ khai thiếu chữ ký của người yêu cầu");
            look(officer, "dossier-ask");
            submit(officer, "Yêu cầu bổ sung");
            counter.navigate(place);
            assertThat(counter.locator(".ts-pagehead")).containsText("Chờ bổ sung");
            counter.locator("[id='scan.TO-KHAI']").setInputFiles(scan);
            look(counter, "dossier-supplement");
            submit(counter, "Nhận giấy tờ bổ sung");
            officer.navigate(place);
            officer.locator("#result-file").setInputFiles(result);
            submit(officer, "Trình ký");
            assertThat(officer.locator(".ts-pagehead")).containsText("Chờ ký");

            Page chairman = browser.signIn(
                    browser.visitor(Browser.PHONE, ColorScheme.LIGHT), DemonstrationAccount.COMMUNE_CHAIRMAN);
            chairman.navigate("/dossiers?status=AWAITING_SIGNATURE");
            look(chairman, "dossiers-phone");
            chairman.locator("tbody a.ts-title[href='" + place + "']").click();
            assertThat(chairman.locator("img.ts-page-picture").first()).isVisible();
            look(chairman, "dossier-phone");
            submit(chairman, "Ký kết quả");
            assertThat(chairman.locator(".ts-pagehead")).containsText("Chờ trả kết quả");

            counter.navigate(place);
            submit(counter, "Đã trả kết quả cho người nộp");
            assertThat(counter.locator(".ts-pagehead")).containsText("Đã trả kết quả");
            Assertions.assertThat(browser.complaints().stream().filter(said -> !said.contains("422")))
                    .isEmpty();
        }
    }

    private static void submit(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void look(Page page, String name) {
        page.waitForLoadState();
        Browser.picture(page, name);
        Assertions.assertThat(Browser.barriers(page)).as(name).isEmpty();
        Browser.assertNothingSticksOut(page);
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
