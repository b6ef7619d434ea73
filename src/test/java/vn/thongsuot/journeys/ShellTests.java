package vn.thongsuot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;

/// What every page stands in: menu, palette, person, language, theme, keys, phone, print.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Proves("H8.1")
class ShellTests {

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeAll
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void theBrowserDidNotComplain() {
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void theMenuShowsWhatThePersonMayOpenAndNothingElse() {
        List<String> ofAdministrator = new ArrayList<>();
        for (DemonstrationAccount account :
                List.of(DemonstrationAccount.ADMIN, DemonstrationAccount.CLERK, DemonstrationAccount.AUDITOR)) {
            Page page = browser.as(account);
            List<String> menu = hrefs(page, ".ts-side a.ts-nav");
            assertThat(menu).as("menu of %s", account).startsWith("/").doesNotHaveDuplicates();
            for (String address : menu) {
                assertThat(page.navigate(address).status())
                        .as("%s opens %s", account, address)
                        .isEqualTo(200);
                assertThat(page.locator(".ts-side a.ts-nav[aria-current=page]").count())
                        .as("%s shows where one is", address)
                        .isEqualTo(1);
                assertThat(page.locator("main h1").count())
                        .as("headings of %s", address)
                        .isEqualTo(1);
            }
            if (account == DemonstrationAccount.ADMIN) {
                ofAdministrator.addAll(menu);
            } else {
                assertThat(ofAdministrator).as("more than %s has", account).containsAll(menu);
            }
        }
    }

    @Test
    void thePaletteLeadsAnywhereWithoutAMouse() {
        Page page = browser.as(DemonstrationAccount.CLERK);
        page.keyboard().press("Control+k");
        Locator field = page.locator("#palette-query");
        field.waitFor();
        assertThat(focused(page)).isEqualTo("palette-query");
        page.waitForSelector("#palette-hits [role=option][aria-selected=true]");
        int pages = page.locator("#palette-hits [role=option]").count();
        assertThat(pages).isEqualTo(page.locator(".ts-side a.ts-nav").count());

        field.fill("so tu phap");
        Locator agency = page.locator("#palette-hits [role=option]:has-text('Sở Tư pháp')")
                .first();
        agency.waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        assertThat(field.getAttribute("aria-activedescendant")).isNotBlank();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/directory/agencies/"));
        assertThat(page.locator("main h1").textContent()).contains("Sở Tư pháp");

        page.keyboard().press("/");
        page.locator("#palette[open]").waitFor();
        page.locator("#palette-query").fill("tran thi my hanh");
        page.waitForSelector("#palette-hits [role=option]:has-text('Trần Thị Mỹ Hạnh')");
        page.keyboard().press("Escape");
        assertThat(page.locator("#palette[open]").count()).isZero();
    }

    @Test
    void languageAndThemeAreKept() {
        Page page = browser.as(DemonstrationAccount.CLERK);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("vi");
        page.locator(".ts-top button.ts-post").click();
        page.locator("#person button[value=en]").click();
        page.waitForSelector("html[lang=en]");
        assertThat(page.locator(".ts-side a.ts-nav").first().textContent()).doesNotContain("Trang chủ");

        page.locator(".ts-top button.ts-post").click();
        page.locator("#person button[value=dark]").click();
        page.waitForSelector("html[data-bs-theme=dark]");
        page.navigate("/design");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");

        page.locator(".ts-top button.ts-post").click();
        page.locator("#person button[value=vi]").click();
        page.waitForSelector("html[lang=vi]");
        assertThat(page.url()).endsWith("/design");
    }

    @Test
    void followsTheMachinesThemeWhenAskedTo() {
        Page page = browser.signIn(browser.visitor(Browser.DESK, ColorScheme.DARK), DemonstrationAccount.CLERK);
        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
    }

    @Test
    void theFirstTabSkipsToTheContentAndFocusIsAlwaysSeen() {
        Page page = browser.as(DemonstrationAccount.ADMIN);
        page.keyboard().press("Tab");
        Locator skip = page.locator(".ts-skip");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("ts-skip");
        assertThat(skip.boundingBox().y).isGreaterThanOrEqualTo(0);
        page.keyboard().press("Enter");
        assertThat(focused(page)).isEqualTo("noi-dung");

        page.navigate("/design");
        for (int stop = 0; stop < 40; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("(() => { const style = getComputedStyle(document.activeElement);"
                            + " return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' })()"))
                    .as("focus is seen on %s", page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
                    .isEqualTo(true);
        }
    }

    @Test
    void aPhoneHasABarOfAtMostFourAndTheRestBehindTheLast() {
        Page page = browser.signIn(browser.visitor(360, ColorScheme.LIGHT), DemonstrationAccount.ADMIN);
        Locator bar = page.locator(".ts-tabbar > *");
        assertThat(bar.count()).isBetween(2, 4);
        for (int entry = 0; entry < bar.count(); entry++) {
            assertThat(bar.nth(entry).boundingBox().height).isGreaterThanOrEqualTo(44);
            assertThat(bar.nth(entry).boundingBox().width).isGreaterThanOrEqualTo(44);
        }
        assertThat(page.locator(".ts-side").isVisible()).isFalse();
        page.locator(".ts-tabbar button").click();
        List<String> all = hrefs(page, "#all a.ts-nav");
        assertThat(page.locator("#all a.ts-nav").first().isVisible()).isTrue();
        assertThat(all).containsExactlyElementsOf(hrefs(page, ".ts-side a.ts-nav"));
        assertThat(page.locator("#all a.ts-nav").first().boundingBox().height).isGreaterThanOrEqualTo(44);
        page.locator("#all a.ts-nav").last().click();
        page.waitForURL(url -> url.endsWith(all.getLast()));
    }

    @Test
    void printsTheContentAndNotTheShell() {
        Page page = browser.as(DemonstrationAccount.ADMIN);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String part : List.of(".ts-side", ".ts-top", ".ts-tabbar", ".ts-band")) {
            assertThat(page.locator(part).isVisible()).as(part + " on paper").isFalse();
        }
        assertThat(page.locator("main h1").isVisible()).isTrue();
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void theBellAndTheKeysSayWhatTheyAre() {
        Page page = browser.as(DemonstrationAccount.CLERK);
        page.locator("button[popovertarget=notices]").click();
        assertThat(page.locator("#notices").isVisible()).isTrue();
        page.locator("#notices").getByText("Chưa có thông báo").waitFor();
        page.keyboard().press("Escape");

        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
        page.locator("[data-keys-switch]").uncheck();
        page.locator("#keys [data-close]").click();
        page.keyboard().press("/");
        assertThat(page.locator("#palette[open]").count())
                .as("single letters are off")
                .isZero();
        page.keyboard().press("Control+k");
        page.locator("#palette[open]").waitFor();
    }

    @Test
    void theDemonstrationsTimeStandsOnEveryPage() {
        Page page = browser.as(DemonstrationAccount.CLERK);
        for (String address : hrefs(page, ".ts-side a.ts-nav")) {
            page.navigate(address);
            assertThat(page.locator(".ts-clockchip time").textContent())
                    .as("clock on %s", address)
                    .matches("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d");
        }
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.id");
    }

    @SuppressWarnings("unchecked")
    private static List<String> hrefs(Page page, String selector) {
        return (List<String>) page.evaluate(
                "selector => [...document.querySelectorAll(selector)].map(link => link.getAttribute('href'))",
                selector);
    }
}
