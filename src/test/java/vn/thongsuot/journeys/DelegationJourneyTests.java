package vn.thongsuot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.BusinessClock;

/// Lending a right and using it, as two people see it in their browsers; and the pages around it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationJourneyTests {

    private Node node;

    @BeforeAll
    void start() {
        node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Proves({"H6.4", "H6.5"})
    void anAdministratorLendsARightAClerkUsesItAndItIsTakenBack() {
        String office = node.bean(Directory.class)
                .agencyByCode("H59.01", node.bean(BusinessClock.class).today())
                .orElseThrow()
                .id()
                .toString();
        String guarded = "/organization/agencies/new?parent=" + office;
        try (Browser browser = new Browser(node.port())) {
            Page admin = browser.as(DemonstrationAccount.ADMIN);
            Page clerk = browser.as(DemonstrationAccount.CLERK);
            clerk.navigate(guarded);
            assertThat(clerk.locator("h1").innerText()).isEqualTo("Bạn không có quyền làm việc này");

            admin.locator(".ts-side a[href='/delegations']").click();
            admin.getByRole(AriaRole.LINK, named("Ủy quyền mới")).click();
            Locator search = admin.getByPlaceholder("Tìm cán bộ theo tên, không cần gõ dấu");
            search.focus();
            admin.keyboard().type("tran thi my hanh");
            admin.keyboard().press("Enter");
            admin.waitForSelector("text=Văn thư, Văn phòng UBND tỉnh");
            Locator person = admin.locator("label:has-text('Văn thư, Văn phòng UBND tỉnh') input");
            person.focus();
            admin.keyboard().press("Space");
            Locator right = admin.getByLabel("Quản lý cơ quan, chức vụ, cán bộ");
            right.focus();
            admin.keyboard().press("Space");
            admin.locator("#to")
                    .fill(node.bean(BusinessClock.class).today().plusDays(7).toString());
            Browser.picture(admin, "delegation-form-filled");
            admin.keyboard().press("Control+Enter");
            admin.waitForSelector("text=Đang có hiệu lực");
            assertThat(admin.locator("main").innerText())
                    .contains("Trần Thị Mỹ Hạnh", "Quản lý cơ quan, chức vụ, cán bộ", "Đang có hiệu lực");
            Browser.picture(admin, "delegations-given");

            clerk.reload();
            assertThat(clerk.locator("main").innerText())
                    .contains("Cần đổi chức vụ đang dùng", "Quản trị hệ thống, Văn phòng UBND tỉnh");
            Browser.picture(clerk, "delegation-told-to-switch");
            clerk.locator(".ts-post").click();
            Browser.picture(clerk, "delegation-switcher");
            clerk.locator("#person").getByText("Làm thay Huỳnh Minh Trí, từ").click();
            clerk.waitForURL("**/");
            assertThat(clerk.locator(".ts-post").innerText()).contains("Làm thay Huỳnh Minh Trí");
            clerk.navigate(guarded);
            assertThat(clerk.locator("h1").innerText()).isEqualTo("Thành lập cơ quan trực thuộc");
            Browser.picture(clerk, "delegation-acting");

            admin.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Kết thúc").setExact(true))
                    .click();
            admin.waitForSelector("text=Đã kết thúc sớm");
            clerk.locator("#name").fill("Trung tâm Thử nghiệm");
            // What is missing in the form does not matter: the right is asked for before anything is read.
            clerk.locator("main form").last().evaluate("form => form.noValidate = true");
            clerk.locator("main button[type=submit]").last().click();
            clerk.waitForSelector("text=Chức vụ bạn đang dùng đã hết hiệu lực");
            Browser.picture(clerk, "delegation-ended");
            clerk.navigate(guarded);
            assertThat(clerk.locator("h1").innerText()).isEqualTo("Bạn không có quyền làm việc này");
            assertThat(browser.complaints()).allMatch(said -> said.contains("403") || said.contains("409"));
        }
    }

    @Test
    @Proves({"H6.3", "H6.5", "H8.4"})
    void noneOfTheirPagesHasABarrierOrSticksOut() {
        List<String> found = new ArrayList<>();
        try (Browser browser = new Browser(node.port())) {
            Page chairman = browser.as(DemonstrationAccount.CHAIRMAN);
            chairman.navigate("/absences/new");
            chairman.locator("#to")
                    .fill(node.bean(BusinessClock.class).today().plusDays(3).toString());
            chairman.getByLabel("Đặng Quốc Tường").check();
            chairman.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Báo vắng mặt").setExact(true))
                    .click();
            chairman.waitForURL("**/delegations");
            look(found, chairman, "/absences", "absences-desk");

            String account = "/access/accounts/"
                    + node.bean(vn.thongsuot.access.Accounts.class)
                            .findByName("vanthu")
                            .orElseThrow()
                            .id();
            Map<String, String> pages = Map.of(
                    "/delegations",
                    "delegations",
                    "/delegations/new",
                    "delegation-new",
                    "/absences/new",
                    "absence-new",
                    "/rights",
                    "rights-own",
                    "/access/accounts",
                    "accounts",
                    "/access/accounts/new",
                    "account-new",
                    account,
                    "account",
                    "/access/people/" + DemonstrationOfficer.ADMINISTRATOR.id(),
                    "rights-of",
                    "/access/roles",
                    "roles",
                    "/access/roles/administrator?q=hanh",
                    "role");
            for (int width : List.of(Browser.DESK, 360)) {
                ColorScheme scheme = width == Browser.DESK ? ColorScheme.LIGHT : ColorScheme.DARK;
                Page admin = browser.signIn(browser.visitor(width, scheme), DemonstrationAccount.ADMIN);
                pages.forEach((address, name) -> look(found, admin, address, name + "-" + width));
            }
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(found).isEmpty();
    }

    private static void look(List<String> found, Page page, String address, String name) {
        page.navigate(address);
        Browser.picture(page, "access-" + name);
        Browser.barriers(page).forEach(barrier -> found.add(name + ": " + barrier));
        Browser.assertNothingSticksOut(page);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
