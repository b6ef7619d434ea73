package vn.thongsuot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;

/// An administrator reorganises in a browser: drafts, searches agencies, previews, mends, approves with the dialog.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H5.3")
class ReorganisationJourneyTests {

    @LocalServerPort
    int port;

    @Test
    void aMergerIsDraftedPreviewedAndApprovedForItsDay() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.as(DemonstrationAccount.ADMIN);
            page.locator(".ts-side a[href='/organization/reorganisations']").click();
            page.locator("main .btn-primary").click();
            page.locator("#title").fill("Sáp nhập Trung tâm Pháp y");
            page.locator("#on").fill("2025-02-01");
            page.locator("main .btn-primary").click();

            page.locator("a[href*='/steps/new']").click();
            page.locator("#agency").pressSequentially("trung tam phap y");
            page.waitForCondition(() -> page.locator("#agency-list option").count() > 0);
            String agency = page.locator("#agency-list option").first().getAttribute("value");
            assertThat(agency).startsWith("Trung tâm Pháp y · H59.");
            page.locator("#agency").fill(agency);
            page.locator("#successor").pressSequentially("trung tam kiem nghiem");
            page.waitForCondition(() -> page.locator("#successor-list option").count() > 0);
            page.locator("#successor")
                    .fill(page.locator("#successor-list option").first().getAttribute("value"));
            page.locator("main .btn-primary").click();
            assertThat(page.locator("main table").innerText())
                    .contains("Trung tâm Pháp y", "Trung tâm Kiểm nghiệm", "Chưa xác nhận");

            page.locator(".ts-pagehead .btn-primary").click();
            assertThat(page.locator("main").innerText()).contains("Ai cũng có chỗ");
            page.locator("main .ts-tabs a", new Page.LocatorOptions().setHasText("Đổi loại chức vụ"))
                    .click();
            assertThat(page.locator("main table").innerText()).contains("Phó Giám đốc, Trung tâm Kiểm nghiệm");
            page.locator(".ts-pagehead .btn-primary").click();
            assertThat(page.locator("#approve").innerText())
                    .contains("Sáp nhập Trung tâm Pháp y", "1 cơ quan kết thúc", "vẫn mở lại hoặc hủy được");
            Browser.picture(page, "reorganisation-approve-desk");
            assertThat(Browser.barriers(page)).isEmpty();
            page.locator("#approve .btn-primary").click();
            assertThat(page.locator(".ts-flow [aria-current=step]").innerText()).contains("Chờ đến ngày");

            page.locator("main form[action$=reopening] button").click();
            page.locator("button[data-dialog=withdraw]").click();
            page.locator("#withdraw .btn-danger").click();
            assertThat(page.locator("main").innerText()).contains("Đã hủy");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theReformIsReadableOnEveryScreen() {
        List<String> barriers = new ArrayList<>();
        try (Browser browser = new Browser(port)) {
            for (Page page : List.of(
                    browser.visitor(Browser.DESK, ColorScheme.LIGHT),
                    browser.visitor(Browser.PHONE, ColorScheme.LIGHT),
                    browser.visitor(360, ColorScheme.DARK))) {
                browser.signIn(page, DemonstrationAccount.ADMIN).navigate("/organization/reorganisations");
                page.locator("main a.ts-title", new Page.LocatorOptions().setHasText("104 xã"))
                        .click();
                String plan = page.url();
                page.navigate(plan + "?kind=RENAME");
                look(barriers, page, "steps");
                page.navigate(plan + "/impact");
                look(barriers, page, "impact");
                page.locator("main table a").first().click();
                look(barriers, page, "mend");
                page.navigate(plan + "/steps/new?kind=FOUND");
                look(barriers, page, "found");
                page.navigate(plan + "/table");
                look(barriers, page, "table");
            }
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(barriers).isEmpty();
    }

    private static void look(List<String> found, Page page, String name) {
        String screen = "reorganisation-" + name + "-" + page.viewportSize().width;
        Browser.picture(page, screen);
        Browser.barriers(page).forEach(barrier -> found.add(screen + ": " + barrier));
        Browser.assertNothingSticksOut(page);
    }
}
