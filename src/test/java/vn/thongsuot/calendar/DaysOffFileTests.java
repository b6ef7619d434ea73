package vn.thongsuot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.shared.Text;

/// The file of days off, read by a program that is not ours (biweekly, strict about RFC 5545).
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H4.4")
class DaysOffFileTests {

    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarChanges changes;

    @ParameterizedTest
    @ValueSource(ints = {2020, 2024, 2025, 2026, 2027, 2040})
    void saysWhatThePageSays(int year) {
        ICalendar read = read(CalendarId.PROVINCE, year);
        assertThat(read.validate(ICalVersion.V2_0).isEmpty())
                .as("%s", read.validate(ICalVersion.V2_0))
                .isTrue();
        List<Spell> spells = calendars.of(CalendarId.PROVINCE).spells(year);
        assertThat(read.getEvents()).hasSameSizeAs(spells);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < spells.size(); i++) {
            VEvent event = read.getEvents().get(i);
            Spell spell = spells.get(i);
            assertThat(day(event.getDateStart().getValue()))
                    .isEqualTo(spell.first().date());
            assertThat(event.getDateStart().getValue().hasTime()).isFalse();
            assertThat(day(event.getDateEnd().getValue()))
                    .as("exclusive: RFC 5545 §3.6.1")
                    .isEqualTo(spell.last().plusDays(1));
            assertThat(event.getDescription().getValue())
                    .startsWith(spell.first().source().vi());
            assertThat(event.getStatus().isConfirmed()).isEqualTo(spell.first().confirmed());
            assertThat(event.getSummary().getValue()).isNotBlank();
            ids.add(event.getUid().getValue());
        }
        assertThat(ids).as("every event has an identity of its own").hasSameSizeAs(spells);
        assertThat(read(CalendarId.PROVINCE, year).getEvents())
                .as("and keeps it in the next download")
                .extracting(event -> event.getUid().getValue())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    /// Separators of the format inside a text, line breaks, and letters that must not be cut in two when a long
    /// line is folded.
    @Test
    void keepsEveryLetterOfAnAwkwardText() {
        CalendarId id = new CalendarId("test-" + UUID.randomUUID().toString().substring(0, 8));
        String source = "Công điện; số 1, \\ “bão” " + "Ậ𝄞ể".repeat(30);
        changes.open(id, Text.of("Lịch; thử, nghiệm"), Week.ORDINARY, Author.job("test"));
        changes.enter(
                id,
                1,
                new Adjustment.DayOff(LocalDate.of(2031, 3, 18), Text.of(source)),
                "dòng một\ndòng hai",
                Author.job("test"));
        ICalendar read = read(id, 2031);
        assertThat(read.getNames().getFirst().getValue()).isEqualTo("Lịch; thử, nghiệm");
        assertThat(read.getEvents())
                .extracting(event -> event.getDescription().getValue())
                .contains(source + ": dòng một\ndòng hai");
        for (String line : file(id, 2031).body().split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
    }

    @Test
    void isSentAsACalendarFile() {
        HttpResponse<String> file = file(CalendarId.PROVINCE, 2025);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment")
                .contains("province-2025.ics");
        assertThat(file.body().replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        try (Web visitor = new Web(port)) {
            assertThat(visitor.get("/calendar/province/days-off.ics").statusCode())
                    .isEqualTo(302);
        }
    }

    private ICalendar read(CalendarId id, int year) {
        return Biweekly.parse(file(id, year).body()).first();
    }

    private HttpResponse<String> file(CalendarId id, int year) {
        try (Web officer = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            return officer.get("/calendar/" + id + "/days-off.ics?year=" + year);
        }
    }

    private static LocalDate day(Date date) {
        return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
