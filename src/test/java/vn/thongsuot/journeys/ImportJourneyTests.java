package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;

/// An administrator takes the directory out, adds lines to it, mends what is refused, and brings it in.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H5.4")
class ImportJourneyTests {

    @LocalServerPort
    int port;

    @Test
    void theDirectoryComesBackWithWhatWasAdded() throws IOException {
        try (Browser browser = new Browser(port)) {
            Page page = browser.as(DemonstrationAccount.ADMIN);
            page.navigate("/organization/imports/new");
            Download taken =
                    page.waitForDownload(() -> page.getByText("Cơ quan, CSV").click());
            String directory = Files.readString(taken.path());
            long lines = directory.lines().count();
            Assertions.assertThat(lines).as("a head and 577 agencies").isGreaterThan(577);
            String added = directory + ",Trung tâm Dữ liệu số,,Cấp lạ,trung tâm,H59.02,H59.02.96,,,1/12/2024,\n";

            send(page, added);
            assertThat(page.locator("main")).containsText("Có 1 dòng lỗi");
            assertThat(page.locator("main tbody tr")).hasCount(1);
            assertThat(page.locator("main tbody tr")).containsText(String.valueOf(lines + 1));
            assertThat(page.locator("main tbody tr")).containsText("không hiểu “Cấp lạ”");
            Assertions.assertThat(Browser.barriers(page)).isEmpty();
            Browser.picture(page, "import-refused-desk");

            page.getByText("Chọn tệp khác").click();
            send(page, added.replace("Cấp lạ", "Đơn vị trực thuộc"));
            Browser.picture(page, "import-preview-desk");
            Assertions.assertThat(Browser.barriers(page)).isEmpty();
            page.getByText("Ghi 1 thay đổi").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi 1 thay đổi");
            page.navigate("/directory/agencies?asOf=1/12/2024&q=trung+tam+du+lieu+so");
            assertThat(page.locator("section:has(#found-agencies)")).containsText("Trung tâm Dữ liệu số");
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aRefusedLineIsReadableOnAPhone() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(browser.visitor(Browser.PHONE, ColorScheme.LIGHT), DemonstrationAccount.ADMIN);
            page.navigate("/organization/imports/new");
            send(page, "không phải bảng");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tệp cần một dòng đầu");
            Browser.assertNothingSticksOut(page);
            Browser.picture(page, "import-refused-phone");
        }
    }

    private static void send(Page page, String file) {
        page.locator("#file")
                .setInputFiles(new FilePayload("danh bạ.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xem trước"))
                .click();
    }
}
