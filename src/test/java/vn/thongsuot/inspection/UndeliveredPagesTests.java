package vn.thongsuot.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// What modules did not hear: who sees it, and what a person decides.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("S1.8")
class UndeliveredPagesTests {

    private static final String PAGE = "/inspection/undelivered";
    private static final Pattern NEXT = Pattern.compile("href=\"(" + PAGE + "\\?after=[^\"]+)\"");
    private static final Pattern DROP = Pattern.compile(PAGE + "/([0-9a-f-]{36})/drop");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from shared.undelivered").update();
    }

    @Test
    void isForThoseWhoLookAfterTheInstallation() {
        UUID parked = undelivered(true, 1);
        try (Web administrator = Web.as(port, DemonstrationAccount.ADMIN);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR);
                Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(administrator.get(PAGE).statusCode()).isEqualTo(200);
            for (Web wrong : List.of(auditor, clerk)) {
                assertThat(wrong.get(PAGE).statusCode()).isEqualTo(403);
                assertThat(wrong.get(PAGE + "/" + parked + "/drop").statusCode())
                        .isEqualTo(403);
                assertThat(wrong.post(PAGE + "/" + parked + "/retry", Map.of()).statusCode())
                        .isEqualTo(403);
                assertThat(wrong.post(PAGE + "/" + parked + "/drop", Map.of("reason", "vì thế"))
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(count()).isEqualTo(1);
        }
    }

    @Test
    void showsWhatStoppedFirstAndInPeoplesWords() {
        undelivered(false, 1);
        undelivered(true, 2);
        try (Web administrator = Web.as(port, DemonstrationAccount.ADMIN)) {
            String page = administrator.get(PAGE).body();
            assertThat(page).contains("mở tài khoản", "Scores.on", "scoring");
            assertThat(page.indexOf("Đã dừng, chờ quyết định")).isPositive().isLessThan(page.indexOf("Sẽ báo lại lúc"));
        }
    }

    @Test
    void everyEventIsOnExactlyOnePage() {
        List<String> expected = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            expected.add(undelivered(true, number).toString());
        }
        for (int number = 0; number < 5; number++) {
            undelivered(false, number);
        }
        List<String> seen = new ArrayList<>();
        int waiting = 0;
        try (Web administrator = Web.as(port, DemonstrationAccount.ADMIN)) {
            String path = PAGE;
            while (path != null) {
                String page = administrator.get(path).body();
                Matcher drop = DROP.matcher(page);
                while (drop.find()) {
                    seen.add(drop.group(1));
                }
                waiting += page.split("Sẽ báo lại lúc", -1).length - 1;
                Matcher next = NEXT.matcher(page);
                path = next.find() ? next.group(1) : null;
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(waiting).isEqualTo(5);
    }

    @Test
    void aDroppedEventNeedsAReasonWhichIsLogged() {
        UUID parked = undelivered(true, 1);
        try (Web administrator = Web.as(port, DemonstrationAccount.ADMIN)) {
            String form = PAGE + "/" + parked + "/drop";
            assertThat(administrator.get(form).statusCode()).isEqualTo(200);
            var refused = administrator.post(form, Map.of("reason", " "));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Viết vì sao bỏ");
            assertThat(count()).isEqualTo(1);

            assertThat(administrator
                            .post(form, Map.of("reason", "Phân hệ này đã bỏ"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(count()).isZero();
            assertThat(logged(parked)).containsExactly("shared.Dropped");
            assertThat(administrator.post(form, Map.of("reason", "lần nữa")).statusCode())
                    .as("the second of two people")
                    .isEqualTo(404);
        }
    }

    @Test
    void aRetriedEventIsNoLongerParked() {
        UUID parked = undelivered(true, 1);
        UUID waiting = undelivered(false, 2);
        try (Web administrator = Web.as(port, DemonstrationAccount.ADMIN)) {
            assertThat(administrator
                            .post(PAGE + "/" + parked + "/retry", Map.of())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(jdbc.sql("select count(*) from shared.undelivered where parked is not null")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(logged(parked)).containsExactly("shared.RetryAsked");
            assertThat(administrator
                            .post(PAGE + "/" + waiting + "/retry", Map.of())
                            .statusCode())
                    .as("what is told again anyway")
                    .isEqualTo(409);
        }
    }

    private UUID undelivered(boolean parked, int hoursAgo) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into shared.undelivered
                            (id, listener_id, event_type, serialized_event, publication_date, tries, next_try, parked)
                        values (:id, 'vn.thongsuot.scoring.Scores.on(vn.thongsuot.access.AccessEvent)',
                                'vn.thongsuot.access.AccessEvent$AccountOpened', '{}',
                                now() - make_interval(hours => :hours), 3, now() + interval '1 hour',
                                case when :parked then now() end)
                        """)
                .param("id", id)
                .param("hours", hoursAgo)
                .param("parked", parked)
                .update();
        return id;
    }

    private long count() {
        return jdbc.sql("select count(*) from shared.undelivered")
                .query(Long.class)
                .single();
    }

    private List<String> logged(UUID event) {
        return jdbc.sql("select event from audit.entry where thing_kind = 'undelivered' and thing_id = ?")
                .param(event.toString())
                .query(String.class)
                .list();
    }
}
