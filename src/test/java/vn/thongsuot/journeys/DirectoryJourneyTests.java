package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;

/// A clerk looks people and agencies up; with the mouse, with the keyboard, on a telephone.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class DirectoryJourneyTests {

    @LocalServerPort
    int port;

    @Test
    @Proves("H5.2")
    void aClerkFindsWhoTheyLookFor() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.as(DemonstrationAccount.CLERK);
            page.locator(".ts-side").getByText("Danh bạ cơ quan").click();
            assertThat(page.locator("h1")).hasText("Danh bạ cơ quan");
            assertThat(page.locator(".ts-pagehead")).containsText("577 cơ quan, 9.253 cán bộ");
            Browser.picture(page, "directory-home");

            page.getByRole(AriaRole.SEARCHBOX, named("Tìm cơ quan, cán bộ")).fill("nguyen thi lan");
            page.keyboard().press("Enter");
            Locator people = page.locator("section:has(#found-people)");
            assertThat(people.locator("tbody tr").first()).containsText("Nguyễn Thị Lan");
            Browser.picture(page, "directory-search");
            people.locator("tbody tr a").first().click();
            assertThat(page.locator("h1")).containsText("Nguyễn Thị Lan");
            assertThat(page.locator("main")).containsText("Chức vụ vào ngày 22/11/2024");
            Browser.picture(page, "directory-officer");
            clean(page);

            page.locator("tbody td a").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/directory/agencies/[0-9a-f-]{36}.*"));
            assertThat(page.locator("main")).containsText("Chức vụ và người giữ");
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @Proves("H5.2")
    void theTreeOpensFromTheKeyboard() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.as(DemonstrationAccount.CLERK);
            page.navigate("/directory/agencies");
            Locator district = tree(page).getByRole(AriaRole.LINK, exactly("UBND huyện Cầu Kè"));
            district.focus();
            page.keyboard().press("ArrowRight");
            Locator commune = tree(page).getByRole(AriaRole.LINK, exactly("UBND xã Hòa Ân"));
            assertThat(commune).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, button("Đóng UBND huyện Cầu Kè")))
                    .isFocused();
            page.keyboard().press("ArrowDown");
            Assertions.assertThat(page.evaluate("document.activeElement.tagName"))
                    .isEqualTo("A");
            page.keyboard().press("ArrowLeft");
            assertThat(district).isFocused();
            page.keyboard().press("ArrowLeft");
            assertThat(commune).hasCount(0);
            page.keyboard().press("ArrowRight");
            commune.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("UBND xã Hòa Ân");
            assertThat(tree(page).locator("[aria-current=page]")).hasText("UBND xã Hòa Ân");
            Browser.picture(page, "directory-agency");
            clean(page);
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @Proves("H5.2")
    void theDayStaysInTheAddressFromPageToPage() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.as(DemonstrationAccount.CLERK);
            page.navigate("/directory/agencies");
            assertThat(page.locator("#asOf")).hasValue("22/11/2024");
            // As the browser's own calendar answers.
            page.locator("[data-picks-for=asOf]")
                    .evaluate("(picker) => { picker.value = '2023-01-02';"
                            + " picker.dispatchEvent(new Event('change', {bubbles: true})); }");
            assertThat(page.locator("#asOf")).hasValue("02/01/2023");
            page.getByRole(AriaRole.BUTTON, button("Xem")).click();
            assertThat(page).hasURL(Pattern.compile(".*asOf=02%2F01%2F2023.*"));
            assertThat(page.locator(".ts-pagehead")).containsText("ngày 02/01/2023");
            tree(page).getByRole(AriaRole.LINK, exactly("Sở Tư pháp")).click();
            assertThat(page).hasURL(Pattern.compile(".*/directory/agencies/.*asOf=2023-01-02.*"));
            page.locator("#seats tbody a.ts-title").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/directory/officers/.*asOf=2023-01-02.*"));
            page.getByRole(AriaRole.LINK, button("Hôm nay")).click();
            Assertions.assertThat(page.url()).doesNotContain("asOf");
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @Proves({"H5.1", "H5.2"})
    void anAdministratorChangesAnAgencyFromItsPage() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.as(DemonstrationAccount.ADMIN);
            page.navigate("/directory/agencies?q=so+van+hoa");
            page.locator("#found-agencies").waitFor();
            page.locator("section:has(#found-agencies) tbody a").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/directory/agencies/[0-9a-f-]{36}.*"));
            clean(page);
            Browser.picture(page, "directory-agency-admin");
            page.getByText("Việc khác").click();
            Browser.picture(page, "directory-agency-menu");
            page.keyboard().press("Escape");
            assertThat(page.getByText("Lập đơn vị trong cơ quan")).isHidden();
            page.getByText("Việc khác").click();
            page.getByText("Lập đơn vị trong cơ quan").click();
            page.locator("#name").fill("Phòng Bảo tồn bảo tàng");
            page.getByRole(AriaRole.BUTTON, button("Lập đơn vị")).click();
            assertThat(page).hasURL(Pattern.compile(".*/directory/agencies/[0-9a-f-]{36}$"));
            assertThat(page.locator("#seats nav")).containsText("Phòng Bảo tồn bảo tàng");
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @Proves({"H5.2", "H8.1"})
    void itFitsATelephone() {
        try (Browser browser = new Browser(port)) {
            for (int width : new int[] {Browser.PHONE, 360}) {
                Page page = browser.signIn(
                        browser.visitor(width, width == 360 ? ColorScheme.DARK : ColorScheme.LIGHT),
                        DemonstrationAccount.ADMIN);
                for (String path : new String[] {
                    "/directory/agencies", "/directory/agencies?q=xa+hoa+an", "/directory/officers?q=nguyen+thi+lan"
                }) {
                    page.navigate(path);
                    Browser.assertNothingSticksOut(page);
                    Browser.picture(page, "directory-" + width + path.replaceAll("\\W+", "-"));
                    clean(page);
                }
                page.navigate("/directory/agencies?q=xa+hoa+an");
                page.locator("section:has(#found-agencies) tbody a").first().click();
                assertThat(page.locator("h1")).hasText("UBND xã Hòa Ân");
                Browser.assertNothingSticksOut(page);
                Browser.picture(page, "directory-" + width + "-agency");
                clean(page);
            }
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void clean(Page page) {
        Assertions.assertThat(Browser.barriers(page)).isEmpty();
    }

    private static Locator tree(Page page) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Cây cơ quan"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
