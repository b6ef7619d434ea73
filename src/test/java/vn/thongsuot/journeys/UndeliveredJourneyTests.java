package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;

/// An administrator decides about what a module did not hear.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("S1.8")
class UndeliveredJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from shared.undelivered").update();
    }

    @Test
    void anAdministratorTellsAgainOrDrops() {
        undelivered("AccountOpened", true);
        undelivered("AccountSuspended", true);
        undelivered("AccountOpened", false);
        try (Browser browser = new Browser(port)) {
            Page page = browser.as(DemonstrationAccount.ADMIN);
            page.locator(".ts-side").getByText("Việc chưa tới nơi").click();
            Locator rows = page.locator("tbody tr");
            assertThat(rows).hasCount(3);
            Browser.picture(page, "undelivered");
            page.setViewportSize(390, 844);
            Browser.picture(page, "undelivered-phone");
            Browser.assertNothingSticksOut(page);
            page.setViewportSize(1440, 900);
            Assertions.assertThat(Browser.barriers(page)).isEmpty();

            rows.filter(new Locator.FilterOptions().setHasText("khóa tài khoản"))
                    .getByRole(AriaRole.LINK)
                    .click();
            Browser.picture(page, "undelivered-drop");
            page.getByLabel("Vì sao bỏ").fill("Phân hệ này không còn dùng");
            page.keyboard().press("Enter");
            assertThat(rows).hasCount(2);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Báo lại"))
                    .click();
            assertThat(page.locator(".ts-state.is-late")).hasCount(0);
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private void undelivered(String event, boolean parked) {
        jdbc.sql("""
                        insert into shared.undelivered
                            (id, listener_id, event_type, serialized_event, publication_date, tries, next_try, parked)
                        values (:id, 'vn.thongsuot.scoring.Scores.on(vn.thongsuot.access.AccessEvent)',
                                'vn.thongsuot.access.AccessEvent$' || :event, '{}', now() - interval '5 hours',
                                case when :parked then 10 else 4 end, now() + interval '1 hour',
                                case when :parked then now() end)
                        """)
                .param("id", UUID.randomUUID())
                .param("event", event)
                .param("parked", parked)
                .update();
    }
}
