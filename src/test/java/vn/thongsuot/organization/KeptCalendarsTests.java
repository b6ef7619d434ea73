package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// Which calendar an agency keeps, over HTTP, and who keeps a calendar.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H4.1")
class KeptCalendarsTests {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Proves({"H4.1", "H4.4", "H2.3"})
    void anAgencyKeepsTheCalendarAnAdministratorChose() {
        AgencyView agency = directory.agencyByCode("H59.10", DAY).orElseThrow();
        assertThat(agency.calendar()).isEqualTo("province");
        String code = "kept-" + Long.toHexString(System.nanoTime());
        String form = "/organization/agencies/" + agency.id() + "/calendar";
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN);
                Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            admin.get("/calendars/new");
            admin.post(
                    "/calendars", Map.of("code", code, "name", "Lịch riêng", "1a-from", "08:00", "1a-until", "11:00"));
            assertThat(clerk.get("/organization/calendars/" + code + "/agencies")
                            .body())
                    .contains("Chưa có cơ quan nào");

            clerk.get("/");
            Map<String, String> choice = Map.of("version", String.valueOf(agency.version()), "calendar", code);
            assertThat(clerk.post(form, choice).statusCode()).isEqualTo(403);
            assertThat(clerk.get(form).statusCode()).isEqualTo(403);
            assertThat(admin.get(form).body()).contains("Lịch riêng");
            assertThat(admin.post(form, Map.of("version", "1", "calendar", "nobody"))
                            .statusCode())
                    .as("no such calendar")
                    .isEqualTo(404);
            assertThat(admin.post(form, choice).statusCode()).isEqualTo(302);
            assertThat(directory.agency(agency.id()).orElseThrow().calendar()).isEqualTo(code);
            assertThat(admin.post(form, Map.of("version", choice.get("version"), "calendar", "province"))
                            .statusCode())
                    .as("chosen on an older version")
                    .isEqualTo(409);
            assertThat(clerk.get("/organization/calendars/" + code + "/agencies")
                            .body())
                    .contains(agency.shortName());
            assertThat(jdbc.sql("""
                                    select count(*) from audit.entry
                                     where thing_kind = 'agency' and thing_id = :id and event like '%CalendarKept'
                                    """)
                            .param("id", agency.id().toString())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    /// Following the pages names every agency once, the panel the same number.
    @Test
    @Proves({"H4.4", "H2.2"})
    void theKeepersOfTheProvincesCalendarArePaged() {
        int agencies = (int) directory.roots(DAY).stream()
                .flatMap(root -> directory.withDescendants(root.id(), DAY).stream())
                .filter(agency -> agency.calendar().equals("province"))
                .count();
        Pattern row = Pattern.compile("<tr data-row>");
        Pattern next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
        try (Web officer = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            HttpResponse<String> panel = officer.send(officer.request("/organization/calendars/province/agencies")
                    .header("HX-Request", "true")
                    .build());
            assertThat(panel.body()).contains("<span class=\"num ts-muted\">" + agencies + "</span>");
            assertThat(officer.get("/calendar").body())
                    .contains("hx-get=\"/organization/calendars/province/agencies\"");
            int seen = 0;
            String path = "/organization/calendars/province/agencies";
            while (path != null) {
                String page = officer.get(path).body();
                seen += (int) row.matcher(page).results().count();
                Matcher more = next.matcher(page);
                path = more.find() ? more.group(1).replace("&amp;", "&") : null;
            }
            assertThat(seen).isEqualTo(agencies);
        }
    }
}
