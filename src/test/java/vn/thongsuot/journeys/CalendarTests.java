package vn.thongsuot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;

/// A one-stop officer promises a date; an administrator enters a swap and the promise of the next one moves.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H4.4")
class CalendarTests {

    @LocalServerPort
    int port;

    @Test
    void anOfficerComputesADeadlineAndReadsWhy() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.as(DemonstrationAccount.ONE_STOP);
            page.navigate("/");
            page.locator(".ts-side a[href='/calendar']").click();
            assertThat(page.locator("h1").textContent()).contains("2024");
            assertThat(page.locator(".ts-cal-month").count()).isEqualTo(12);
            assertThat(page.locator("td[aria-current=date]").textContent().strip())
                    .isEqualTo("22");
            page.locator("a[rel=next]").click();
            page.waitForURL("**year=2025");
            page.locator(".k-holiday a").first().click();
            assertThat(page.url()).endsWith("#d2025-01-01");
            assertThat(page.locator("[id='d2025-01-01']").textContent())
                    .contains("Tết Dương lịch")
                    .contains("Bộ luật Lao động 45/2019/QH14, Điều 112");
            // From the top: a day half under the bar that stays counts as too small to tap.
            page.evaluate("window.scrollTo(0, 0)");
            assertThat(Browser.barriers(page)).isEmpty();

            page.locator("main a.btn-primary").click();
            page.waitForURL("**/deadline?*");
            page.locator("#received").fill("24/4/2025 19:40");
            page.locator("#amount").fill("5");
            page.locator("#amount").press("Enter");
            page.waitForSelector(".ts-chain");
            assertThat(page.locator(".ts-deadline time").textContent()).isEqualTo("Thứ Ba 06/05/2025 17:00");
            List<String> chain = page.locator(".ts-chain li").allTextContents();
            assertThat(chain).hasSize(9);
            assertThat(chain.get(0)).contains("24/04/2025 19:40").contains("ngoài giờ");
            assertThat(chain.get(6))
                    .contains("Nghỉ hoán đổi, làm bù ngày 26/04/2025")
                    .contains("8726/VPCP-KGVX");
            assertThat(Browser.barriers(page)).isEmpty();
            Browser.picture(page, "calendar-deadline-desk");
            assertThat(page.locator("#received").inputValue())
                    .as("what was typed is still there")
                    .isEqualTo("24/4/2025 19:40");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /// With the keyboard alone: a swap is typed, previewed and written, and another officer's deadline moves.
    @Test
    void anAdministratorEntersASwapWithTheKeyboard() {
        try (Browser browser = new Browser(port)) {
            Page officer = browser.as(DemonstrationAccount.ONE_STOP);
            String question = "/deadline?received=2036-03-13T08:00&amount=1&unit=WORKING_DAYS";
            officer.navigate(question);
            assertThat(officer.locator(".ts-deadline time").textContent()).contains("14/03/2036");

            Page admin = browser.as(DemonstrationAccount.ADMIN);
            admin.navigate("/calendar/province/adjustments/new");
            admin.locator("input[name=kind][value=SWAP]").focus();
            admin.locator("#day").fill("2036-03-14");
            admin.locator("#makeUp").fill("2036-03-15");
            admin.locator("#source").fill("Quyết định 99/QĐ-UBND");
            admin.locator("#source").press("Enter");
            admin.waitForSelector("#xem-truoc");
            assertThat(admin.locator("tr.ts-changed").allTextContents())
                    .anySatisfy(
                            row -> assertThat(row).contains("14/03/2036 17:00").contains("15/03/2036 17:00"));
            assertThat(Browser.barriers(admin)).isEmpty();
            Browser.picture(admin, "calendar-preview-desk");
            admin.keyboard().press("Control+Enter");
            admin.waitForURL("**saved=*");
            assertThat(admin.locator(".ts-note.is-done").textContent()).contains("có hiệu lực");
            assertThat(admin.locator("[id='d2036-03-14']").textContent()).contains("Quyết định 99/QĐ-UBND");

            officer.navigate(question);
            assertThat(officer.locator(".ts-deadline time").textContent()).contains("15/03/2036");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theYearFitsATelephoneAndASheetOfPaper() {
        try (Browser browser = new Browser(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page phone = browser.signIn(browser.visitor(360, scheme), DemonstrationAccount.ONE_STOP);
                for (String path : List.of(
                        "/calendar?year=2025",
                        "/deadline?received=2025-04-24T19:40&amount=5&unit=WORKING_DAYS",
                        "/calendar/province/versions",
                        "/organization/calendars/province/agencies")) {
                    phone.navigate(path);
                    Browser.assertNothingSticksOut(phone);
                    assertThat(Browser.barriers(phone)).as(path).isEmpty();
                }
                phone.navigate("/calendar?year=2025");
                phone.locator(".ts-cal-jump a[href='#m8']").click();
                PlaywrightAssertions.assertThat(phone.locator("#m8")).isInViewport();
                Browser.picture(phone, "calendar-year-phone-" + scheme);
            }
            Page desk = browser.as(DemonstrationAccount.ONE_STOP);
            desk.navigate("/calendar?year=2025");
            desk.waitForSelector("text=Cơ quan giữ lịch này");
            desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(desk.locator(".ts-side").isVisible()).isFalse();
            assertThat(desk.locator(".ts-print-head").isVisible()).isTrue();
            assertThat(desk.locator(".ts-cal-month").count()).isEqualTo(12);
            byte[] paper = desk.pdf(new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPath(java.nio.file.Path.of("target", "screens", "calendar-year.pdf")));
            assertThat(paper).isNotEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
