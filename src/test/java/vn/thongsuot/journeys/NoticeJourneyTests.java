package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.Standings;
import vn.thongsuot.dossier.ReceivedDossiers;
import vn.thongsuot.dossier.Reception;
import vn.thongsuot.shared.Actor;

/// Somebody receives a dossier; the bell of whoever's turn it is says so, on a page that stands open.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("S1.7")
class NoticeJourneyTests {

    private static final String BELL = "button[popovertarget=notices]";
    private static final String COUNT = "#notice-count .num";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reception reception;

    @Autowired
    Accounts accounts;

    @Autowired
    Standings standings;

    @BeforeEach
    void begin() {
        jdbc.sql("delete from notification.notice").update();
    }

    @Test
    void theBellGoesUpLiveAndLeadsToTheDossier() {
        try (Browser browser = new Browser(port)) {
            Page officer = browser.as(DemonstrationAccount.COMMUNE_SPECIALIST);
            officer.waitForResponse("**/notices/count", () -> officer.navigate("/calendar"));
            officer.evaluate("window.stays = true");
            assertThat(officer.locator(COUNT)).hasCount(0);
            Page chairman = browser.as(DemonstrationAccount.COMMUNE_CHAIRMAN);

            receive("Nguyễn Thị Hạnh Phúc");
            assertThat(officer.locator(COUNT)).hasText("1");
            assertThat(officer.locator("#notice-said")).containsText("Thông báo mới: Hồ sơ mới chờ nhận xử lý, H59");
            Assertions.assertThat(officer.evaluate("window.stays"))
                    .as("without reload")
                    .isEqualTo(true);
            assertThat(chairman.locator(COUNT)).hasCount(0);

            officer.locator(BELL).focus();
            officer.keyboard().press("Enter");
            assertThat(officer.locator("#notice-list a")).hasCount(1);
            receive("Trần Văn Hai");
            assertThat(officer.locator("#notice-list a")).hasCount(2);
            assertThat(officer.locator(COUNT)).hasText("2");
            officer.keyboard().press("Escape");
            assertThat(officer.locator("#notices")).isHidden();
            assertThat(officer.locator(BELL)).isFocused();
            officer.keyboard().press("Enter");
            officer.locator("#notice-list a").first().focus();
            officer.keyboard().press("Enter");
            assertThat(officer).hasURL(Pattern.compile(".*/dossiers/[0-9a-f-]{36}$"));
            assertThat(officer.locator("main")).containsText("Trần Văn Hai");
            assertThat(officer.locator(COUNT)).hasText("1");

            officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nhận xử lý"))
                    .click();
            officer.waitForResponse("**/notices/count", () -> officer.navigate("/notices"));
            assertThat(officer.locator("main .ts-notice")).hasCount(2);
            officer.locator("main .ts-notice").last().focus();
            String focused = String.valueOf(officer.evaluate("document.activeElement.id"));
            receive("Lê Thị Ba");
            assertThat(officer.locator("main .ts-notice")).hasCount(3);
            Assertions.assertThat(officer.evaluate("document.activeElement.id"))
                    .as("live parts never move the focus")
                    .isEqualTo(focused);
            officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đánh dấu đã đọc tất cả"))
                    .click();
            assertThat(officer.locator("main")).containsText("Không có thông báo chưa đọc");
            assertThat(officer.locator(COUNT)).hasCount(0);
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    /// One stream for a page, and none while it is hidden; what was missed is caught up with when it is
    /// seen again.
    @Test
    void aHiddenPageHoldsNoConnectionAndCatchesUp() {
        try (Browser browser = new Browser(port)) {
            Page officer = browser.as(DemonstrationAccount.COMMUNE_SPECIALIST);
            officer.waitForResponse("**/notices/count", () -> officer.navigate("/calendar"));
            officer.evaluate("""
                    () => {
                      window.opened = [];
                      addEventListener("visibilitychange", () => {}, true);
                      const Real = window.EventSource;
                      window.EventSource = function (address) { const one = new Real(address); opened.push(one); return one; };
                      Object.defineProperty(document, "hidden", { get: () => window.away === true, configurable: true });
                      window.look = (away) => { window.away = away; document.dispatchEvent(new Event("visibilitychange")); };
                    }
                    """);
            officer.evaluate("() => { look(true); look(false); }");
            // The page's policy lets nothing be evaluated by name, so the page is asked from outside.
            await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() ->
                    (Boolean) officer.evaluate("() => opened.length === 1 && opened[0].readyState === 1"));
            officer.evaluate("look(true)");
            Assertions.assertThat(officer.evaluate("opened[0].readyState"))
                    .as("closed")
                    .isEqualTo(2);
            receive("Lê Thị Ba");
            officer.waitForTimeout(700);
            assertThat(officer.locator(COUNT)).hasCount(0);
            officer.waitForResponse("**/notices/count", () -> officer.evaluate("look(false)"));
            assertThat(officer.locator(COUNT)).hasText("1");
            Assertions.assertThat(officer.evaluate("opened.length")).isEqualTo(2);
        }
    }

    /// As where a script is blocked or fails: nothing is live, and everything is there.
    @Test
    void allOfItWorksWithoutAScript() {
        receive("Nguyễn Văn Bốn");
        posted(1);
        try (Browser browser = new Browser(port)) {
            Page officer = browser.visitor();
            officer.route("**/*.js", Route::abort);
            browser.signIn(officer, DemonstrationAccount.COMMUNE_SPECIALIST);
            officer.locator(BELL).click();
            officer.locator("#notices").getByText("Xem tất cả").click();
            assertThat(officer.locator("main .ts-notice")).hasCount(1);
            officer.locator("main .ts-notice").click();
            assertThat(officer).hasURL(Pattern.compile(".*/dossiers/[0-9a-f-]{36}$"));
            receive("Nguyễn Văn Năm");
            posted(2);
            officer.navigate("/notices?show=unread");
            assertThat(officer.locator("main .ts-notice")).hasCount(1);
            officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đánh dấu đã đọc tất cả"))
                    .click();
            assertThat(officer.locator("main")).containsText("Không có thông báo chưa đọc");
        }
    }

    @Test
    void looksRightInEveryLight() {
        for (int number = 1; number <= 9; number++) {
            receive("Người Nộp " + number);
        }
        try (Browser browser = new Browser(port)) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
                    Page page = browser.signIn(browser.visitor(width, scheme), DemonstrationAccount.COMMUNE_SPECIALIST);
                    String name = (width == Browser.DESK ? "desk" : "phone") + "-"
                            + scheme.name().toLowerCase();
                    assertThat(page.locator(COUNT)).isVisible();
                    page.locator(BELL).click();
                    Locator lines = page.locator("#notice-list a");
                    assertThat(lines).hasCount(7);
                    look(page, "notices-panel-" + name);
                    page.navigate("/notices");
                    assertThat(page.locator("main .ts-notice")).hasCount(9);
                    look(page, "notices-" + name);
                }
            }
            Page none = browser.as(DemonstrationAccount.DEPARTMENT_HEAD);
            none.navigate("/notices?show=unread");
            look(none, "notices-empty");
        }
    }

    private static void look(Page page, String name) {
        page.waitForLoadState();
        Browser.picture(page, name);
        Assertions.assertThat(Browser.barriers(page)).as(name).isEmpty();
        Browser.assertNothingSticksOut(page);
    }

    /// Without a script no page says when a listener has done its work.
    private void posted(int dossiers) {
        await().until(() -> jdbc.sql("select count(distinct cause) from notification.notice")
                        .query(Integer.class)
                        .single()
                == dossiers);
    }

    private void receive(String applicant) {
        Actor by = standings
                .of(
                        accounts.findByName(DemonstrationAccount.ONE_STOP.signInName())
                                .orElseThrow()
                                .id(),
                        null)
                .orElseThrow()
                .actor();
        ReceivedDossiers.receive(reception, applicant, by);
    }
}
