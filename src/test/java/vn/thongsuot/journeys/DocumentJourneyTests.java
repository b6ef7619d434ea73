package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.outgoing.LetterPdf;

/// A letter of the province: drafted at a desk, signed on a telephone, numbered, sealed and issued, registered by a
/// commune; and the sender sees it happen.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class DocumentJourneyTests {

    private static final String SUBJECT = "rà soát việc số hóa hồ sơ, kết quả giải quyết thủ tục hành chính năm 2024";

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    @Proves("S1.5")
    void fromTheDraftToTheReceiversRegister() throws IOException {
        Path letter = Files.write(folder.resolve("Công văn số hóa.pdf"), LetterPdf.of("rà soát việc số hóa hồ sơ"));
        try (Browser browser = new Browser(port)) {
            Page clerk = browser.as(DemonstrationAccount.CLERK);
            clerk.navigate("/outgoing");
            look(clerk, "outgoing-empty");
            clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Soạn văn bản"))
                    .first()
                    .click();
            clerk.locator("#subject").fill(SUBJECT);
            clerk.locator("#urgency").selectOption("URGENT");
            clerk.locator("#signer")
                    .selectOption(new com.microsoft.playwright.options.SelectOption()
                            .setLabel("Đặng Quốc Tường – Phó Chủ tịch, UBND tỉnh Trà Vinh"));
            clerk.locator("#file").setInputFiles(letter);
            submit(clerk, "Trình ký");
            assertThat(clerk.getByRole(AriaRole.ALERT)).containsText("ít nhất một cơ quan nhận");
            assertThat(clerk.locator("#subject")).hasValue(SUBJECT);
            assertThat(clerk.getByText("Công văn số hóa.pdf")).isVisible();
            choose(clerk, "Hòa Ân", "UBND xã Hòa Ân");
            choose(clerk, "Sở Tư pháp", "Sở Tư pháp");
            look(clerk, "outgoing-form");
            submit(clerk, "Trình ký");
            assertThat(clerk).hasURL(Pattern.compile(".*/outgoing/[0-9a-f-]{36}$"));
            assertThat(clerk.locator(".ts-pagehead")).containsText("Chờ ký");
            look(clerk, "outgoing-awaiting");
            String place = clerk.url().replaceAll("https?://[^/]+", "");

            Page leader =
                    browser.signIn(browser.visitor(Browser.PHONE, ColorScheme.LIGHT), DemonstrationAccount.LEADER);
            leader.navigate("/outgoing?status=AWAITING_SIGNATURE");
            look(leader, "outgoing-phone-list");
            leader.locator("tbody a.ts-title").first().click();
            assertThat(leader.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Ký văn bản").setExact(true)))
                    .isVisible();
            look(leader, "outgoing-phone");
            submit(leader, "Ký văn bản");
            assertThat(leader.locator(".ts-pagehead")).containsText("Chờ cấp số");

            // The clerk's page was open all the while.
            assertThat(clerk.locator(".ts-pagehead")).containsText("Chờ cấp số");
            submit(clerk, "Cấp số");
            assertThat(clerk.locator(".ts-pagehead")).containsText("/UBND-VP");
            assertThat(clerk.locator(".ts-pagehead")).containsText("Chờ phát hành");
            assertThat(clerk.locator("img.ts-page-picture").first()).isVisible();
            look(clerk, "outgoing-sealed");
            submit(clerk, "Phát hành");
            assertThat(clerk.locator(".ts-pagehead")).containsText("Đã phát hành");
            assertThat(clerk.locator("section:has(> header > #receivers)")).containsText("Đã đến");

            Page receiver = browser.signIn(
                    browser.visitor(Browser.DESK, ColorScheme.LIGHT), DemonstrationAccount.COMMUNE_CLERK);
            receiver.navigate("/incoming");
            assertThat(receiver.locator("tbody")).containsText(SUBJECT.substring(1));
            look(receiver, "incoming-list");
            receiver.locator("tbody a.ts-title").first().click();
            look(receiver, "incoming-arrived");
            submit(receiver, "Vào sổ");
            assertThat(receiver.locator(".ts-pagehead")).containsText("số đến 1");

            assertThat(clerk.locator("section:has(> header > #receivers)")).containsText("Đã tiếp nhận");
            look(clerk, "outgoing-issued");

            Page chairman = browser.signIn(
                    browser.visitor(Browser.PHONE, ColorScheme.LIGHT), DemonstrationAccount.COMMUNE_CHAIRMAN);
            chairman.navigate(receiver.url().replaceAll("https?://[^/]+", ""));
            chairman.locator("#officer").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            chairman.locator("#direction").fill("Công chức Tư pháp – Hộ tịch tham mưu báo cáo trước 28/11.");
            look(chairman, "incoming-phone");
            submit(chairman, "Phân công");
            assertThat(chairman.locator(".ts-pagehead")).containsText("Đã phân công");
            assertThat(clerk.locator("section:has(> header > #receivers)")).containsText("Đã phân công");
            clerk.navigate("/outgoing");
            assertThat(clerk.locator("tbody")).containsText("đã tiếp nhận 1/2 nơi");
            look(clerk, "outgoing-list");
            clerk.navigate(place);
            Assertions.assertThat(browser.complaints().stream().filter(said -> !said.contains("422")))
                    .isEmpty();
        }
    }

    private static void choose(Page page, String query, String agency) {
        page.locator("#find-receiver").fill("");
        page.locator("#find-receiver").pressSequentially(query);
        page.locator("#receivers label", new Page.LocatorOptions().setHasText(agency))
                .first()
                .locator("input")
                .check();
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
}
