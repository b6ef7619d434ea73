package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thongsuot.NodeProcess;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.dossier.DossierVisits;

/// One dossier through an installation of two nodes, one of which dies on the way: nobody notices, and the index on the
/// wall moves.
class SpineJourneyTests {

    private static final String DEMONSTRATION = "--thongsuot.demonstration=true";

    @TempDir
    Path folder;

    /// Nothing more than the application itself.
    static class Nothing {}

    @Test
    @Proves("S1.10")
    void aDossierOutlivesANodeAndMovesTheWall() throws Exception {
        Path scan = Files.write(folder.resolve("Tờ khai.pdf"), DossierVisits.pdf());
        Path draft = Files.write(folder.resolve("Trích lục.pdf"), DossierVisits.pdf());
        TestDatabases.Address database = TestDatabases.province();
        try (NodeProcess a = NodeProcess.start(database, Nothing.class, DEMONSTRATION);
                NodeProcess b = NodeProcess.start(database, Nothing.class, DEMONSTRATION);
                Balancer balancer = new Balancer(List.of(a.port(), b.port()));
                Browser browser = new Browser(balancer.port())) {
            Page wall = browser.as(DemonstrationAccount.INDEX);
            wall.navigate("/scores");
            wall.evaluate("window.notReloaded = true");
            assertThat(wall.locator("#board")).containsText("Chưa có hồ sơ nào trong kỳ");

            Page counter = browser.as(DemonstrationAccount.ONE_STOP);
            counter.navigate("/dossiers/new?procedure=2.000635");
            counter.locator("#name").fill("Nguyễn Thị Đi Suốt");
            counter.locator("#number").fill("084190001234");
            counter.locator("input[name='seen.GIAY-TO-TUY-THAN']").check();
            counter.locator("[id='scan.TO-KHAI']").setInputFiles(scan);
            submit(counter, "Tiếp nhận hồ sơ");
            assertThat(counter).hasURL(Pattern.compile(".*/dossiers/[0-9a-f-]{36}$"));
            String place = counter.url().replaceAll("https?://[^/]+", "");
            assertThat(wall.locator("#points")).containsText("20,00");

            Page officer = browser.as(DemonstrationAccount.COMMUNE_SPECIALIST);
            officer.navigate(place);
            submit(officer, "Nhận xử lý");
            officer.locator("#result-file").setInputFiles(draft);
            a.kill();
            submit(officer, "Trình ký");
            assertThat(officer.locator(".ts-pagehead")).containsText("Chờ ký");

            Page chairman = browser.signIn(
                    browser.visitor(Browser.PHONE, ColorScheme.LIGHT), DemonstrationAccount.COMMUNE_CHAIRMAN);
            chairman.navigate("/dossiers?status=AWAITING_SIGNATURE");
            chairman.locator("tbody a.ts-title").first().click();
            assertThat(chairman.locator("img.ts-page-picture").first()).isVisible();
            submit(chairman, "Ký kết quả");
            assertThat(chairman.locator(".ts-pagehead")).containsText("Chờ trả kết quả");
            Browser.picture(chairman, "spine-signed-phone");
            assertThat(wall.locator("#points")).containsText("30,00");
            Assertions.assertThat(wall.evaluate("window.notReloaded")).isEqualTo(true);
            Browser.picture(wall, "spine-wall");

            counter.navigate(place);
            submit(counter, "Đã trả kết quả cho người nộp");
            assertThat(counter.locator(".ts-pagehead")).containsText("Đã trả kết quả");
            String result = counter.locator("[aria-labelledby=result] a.btn").getAttribute("href");
            Assertions.assertThat(DossierVisits.pdfsig(
                            counter.context().request().get(result).body(), folder))
                    .contains("Thạch Sô Phiếp")
                    .contains("Signature is Valid.");
        }
    }

    private static void submit(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
