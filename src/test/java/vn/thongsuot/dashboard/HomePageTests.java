package vn.thongsuot.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.Spell;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.KeptCalendars;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;

/// The home page as the demonstration's people see it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class HomePageTests {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    @Autowired
    Directory directory;

    @Autowired
    KeptCalendars kept;

    @Autowired
    BusinessClock clock;

    /// What the page offers, the person may open: no door leads to a refusal.
    @ParameterizedTest
    @EnumSource(DemonstrationAccount.class)
    @Proves({"H2.3", "H8.1"})
    void offersOnlyWhatThePersonMayOpen(DemonstrationAccount account) {
        try (Web person = Web.as(port, account)) {
            String page = person.get("/").body();
            String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
            List<String> links = LINK.matcher(main)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .distinct()
                    .toList();
            assertThat(links).contains("/deadline").anyMatch(link -> link.startsWith("/calendar/"));
            for (String link : links) {
                assertThat(person.get(link).statusCode())
                        .as("%s for %s", link, account)
                        .isIn(200, 302);
            }
            assertThat(main).contains(account.officer().officerName());
        }
    }

    /// The card's number is the calendar's own.
    @Test
    @Proves("H2.3")
    void saysHowLongUntilTheNextDaysOff() {
        LocalDate today = clock.today();
        Spell next =
                calendars.of(CalendarId.PROVINCE).spells(today.getYear() + 1).getFirst();
        for (Spell spell : calendars.of(CalendarId.PROVINCE).spells(today.getYear())) {
            if (spell.first().off() && spell.first().date().isAfter(today)) {
                next = spell;
                break;
            }
        }
        long days = ChronoUnit.DAYS.between(today, next.first().date());
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(clerk.get("/").body())
                    .contains("Kỳ nghỉ sắp tới")
                    .contains(days + " <small>ngày nữa đến")
                    .contains(next.first().source().vi());
        }
    }

    /// The week is that of the calendar the person's own agency keeps.
    @Test
    @Proves({"H4.1", "H2.3"})
    void showsTheWeekOfTheCalendarTheAgencyKeeps() {
        String code = "home-" + Long.toHexString(System.nanoTime());
        AgencyId mine = directory
                .post(directory
                        .holdings(DemonstrationAccount.COMMUNE_CLERK.officer().id())
                        .getFirst()
                        .post())
                .orElseThrow()
                .agency();
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN);
                Web clerk = Web.as(port, DemonstrationAccount.COMMUNE_CLERK);
                Web other = Web.as(port, DemonstrationAccount.CLERK)) {
            admin.get("/calendars/new");
            admin.post(
                    "/calendars",
                    Map.of("code", code, "name", "Lịch một cửa xã", "5a-from", "06:15", "5a-until", "10:45"));
            AgencyView agency = directory.agency(mine).orElseThrow();
            kept.keep(mine, agency.version(), new CalendarId(code), new Actor.Job("test"));
            assertThat(clerk.get("/").body()).contains("06:15 – 10:45").contains("/calendar/" + code);
            assertThat(other.get("/").body()).doesNotContain("06:15 – 10:45").contains("/calendar/province");
            kept.keep(mine, agency.version() + 1, CalendarId.PROVINCE, new Actor.Job("test"));
            assertThat(clerk.get("/").body()).doesNotContain("06:15 – 10:45");
        }
    }
}
