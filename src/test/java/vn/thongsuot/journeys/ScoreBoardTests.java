package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.dossier.DossierVisits;

/// The index on the wall moves by itself while a commune works.
class ScoreBoardTests {

    @Test
    @Proves("S1.6")
    void movesOnTheWall() {
        // A province where nobody else works: every point is known.
        try (Node node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true");
                Browser browser = new Browser(node.port());
                Web counter = Web.as(node.port(), DemonstrationAccount.ONE_STOP);
                Web specialist = Web.as(node.port(), DemonstrationAccount.COMMUNE_SPECIALIST);
                Web chairman = Web.as(node.port(), DemonstrationAccount.COMMUNE_CHAIRMAN)) {
            Page wall = browser.as(DemonstrationAccount.INDEX);
            wall.navigate("/scores?period=2024-09");
            look(wall, "scores-empty");
            String first = DossierVisits.received(counter, "Nguyễn Thị Bảng Điện");
            wall.navigate("/scores");
            assertThat(wall.locator("#points")).containsText("20,00");
            wall.evaluate("window.notReloaded = true");
            DossierVisits.act(specialist, first, "/taking", Map.of());
            DossierVisits.file(specialist, first, "/results", "Trích lục.pdf", DossierVisits.pdf());
            DossierVisits.act(chairman, first, "/signature", Map.of());
            assertThat(wall.locator("#points")).containsText("30,00");
            DossierVisits.received(counter, "Trần Văn Thứ Hai");
            assertThat(wall.locator("#points")).containsText("25,50");
            Assertions.assertThat(wall.evaluate("window.notReloaded")).isEqualTo(true);
            look(wall, "scores");
            wall.locator("#board a.ts-title").first().click();
            assertThat(wall.locator("#lost")).isVisible();
            look(wall, "scores-agency");

            Page phone = browser.signIn(
                    browser.visitor(Browser.PHONE, ColorScheme.DARK), DemonstrationAccount.COMMUNE_CHAIRMAN);
            phone.navigate("/scores");
            look(phone, "scores-phone");
            phone.locator("#board a.ts-title").first().click();
            look(phone, "scores-agency-phone");
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void look(Page page, String name) {
        page.waitForLoadState();
        Browser.picture(page, name);
        Assertions.assertThat(Browser.barriers(page)).as(name).isEmpty();
        Browser.assertNothingSticksOut(page);
    }
}
