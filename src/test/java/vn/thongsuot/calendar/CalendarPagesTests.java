package vn.thongsuot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Text;

/// The calendar's pages over HTTP, with the demonstration's people.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class CalendarPagesTests {

    private static final Author BY = Author.job("test");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String NO_ENTRY = "00000000-0000-0000-0000-000000000000";

    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarChanges changes;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "LEADER", "ONE_STOP", "COMMUNE_CLERK", "AUDITOR"})
    @Proves("H4.4")
    void isReadByEveryOfficer(DemonstrationAccount account) {
        try (Web officer = Web.as(port, account)) {
            for (String path : List.of(
                    "/calendar",
                    "/calendar/province?year=2025",
                    "/calendar/province?version=1",
                    "/calendar/province/versions",
                    "/calendar/province/days-off.ics",
                    "/deadline",
                    "/deadline?received=2024-11-22T08:00&amount=5&unit=WORKING_DAYS")) {
                assertThat(officer.get(path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(officer.get("/calendar").body()).doesNotContain("/adjustments/new");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar/province/adjustments/new",
                "/calendar/province/adjustments/" + NO_ENTRY + "/withdrawal",
                "/calendar/province/hours",
                "/calendar/province/versions/1/restoration",
                "/calendars/new"
            })
    @Proves("H4.4")
    void showsItsFormsToAdministratorsOnly(String path) {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            assertThat(clerk.get(path).statusCode()).isEqualTo(403);
            assertThat(admin.get(path).statusCode()).isEqualTo(path.contains(NO_ENTRY) ? 404 : 200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar/province/adjustments",
                "/calendar/province/adjustments/" + NO_ENTRY + "/withdrawal",
                "/calendar/province/hours",
                "/calendar/province/versions/1/restoration",
                "/calendars"
            })
    @Proves("H4.4")
    void refusesTheActsOfWhoeverIsNoAdministrator(String path) {
        long before = calendars.of(CalendarId.PROVINCE).version();
        Map<String, String> form = new HashMap<>(swap(before, "2033-03-11", "2033-03-12"));
        form.putAll(Map.of("code", "not-mine", "name", "Không được mở"));
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web visitor = new Web(port)) {
            clerk.get("/calendar");
            assertThat(clerk.post(path, form).statusCode()).isEqualTo(403);
            visitor.get("/sign-in");
            assertThat(visitor.post(path, form).headers().firstValue("Location").orElse(""))
                    .contains("/sign-in");
        }
        assertThat(calendars.of(CalendarId.PROVINCE).version()).isEqualTo(before);
        assertThat(calendars.has(new CalendarId("not-mine"))).isFalse();
    }

    /// Every day that is not as every week stands in the year with its reason and its source, and nothing else does.
    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    @Proves({"H4.1", "H4.4"})
    void showsTheYearWithEachDayOffItsReasonAndSource(int year) {
        WorkingCalendar calendar = calendars.of(CalendarId.PROVINCE, 1);
        try (Web officer = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            String page = text(
                    officer.get("/calendar/province?version=1&year=" + year).body());
            assertThat(count(page, "class=\"ts-cal-month")).isEqualTo(12);
            for (CalendarDay.Kind kind : CalendarDay.Kind.values()) {
                long days =
                        calendar.year(year).filter(day -> day.kind() == kind).count();
                String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                assertThat(Pattern.compile("<td class=\"k-" + name + "[ \"]")
                                .matcher(page)
                                .results()
                                .count())
                        .as("%s in %d", kind, year)
                        .isEqualTo(days);
            }
            for (Spell spell : calendar.spells(year)) {
                assertThat(page)
                        .contains("id=\"d" + spell.first().date() + "\"")
                        .contains("href=\"#d" + spell.first().date() + "\"")
                        .contains(DAY.format(spell.first().date()))
                        .contains(spell.first().source().vi());
            }
            assertThat(page.contains("chưa công bố, tạm tính"))
                    .as("unannounced days are marked")
                    .isEqualTo(calendar.spells(year).stream()
                            .anyMatch(spell -> !spell.first().confirmed()));
            assertThat(page).contains("07:00 – 11:30, 13:30 – 17:00");
        }
    }

    @Test
    @Proves("H4.4")
    void marksTodayAndLeadsToTheYearsBeforeAndAfter() {
        try (Web officer = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            String page = officer.get("/calendar").body();
            assertThat(count(page, "aria-current=\"date\"")).isEqualTo(1);
            assertThat(page).contains("year=2023").contains("year=2025");
            assertThat(officer.get("/calendar?year=2040").body()).doesNotContain("year=2041");
            HttpResponse<String> outside = officer.get("/calendar?year=2041");
            assertThat(outside.statusCode()).isEqualTo(400);
            assertThat(outside.body()).contains("2020").contains("2040");
            assertThat(officer.get("/calendar/nobody").statusCode()).isEqualTo(404);
            assertThat(officer.get("/calendar/province?version=999").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Proves({"H4.1", "H4.4"})
    void entersASwapAfterShowingWhatItChanges() {
        CalendarId id = opened();
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            String preview = text(admin.get("/calendar/" + id + "/adjustments/new?kind=SWAP&day=2025-03-14"
                            + "&makeUp=2025-03-15&source=Q%C4%90+812")
                    .body());
            assertThat(preview)
                    .contains("2 ngày thay đổi")
                    .contains("Nghỉ hoán đổi, làm bù ngày 15/03/2025")
                    .as("one working day from Thursday 13/3: Friday becomes Saturday")
                    .contains("14/03/2025 17:00")
                    .contains("15/03/2025 17:00");
            assertThat(calendars.of(id).version()).as("only shown").isEqualTo(1);

            Map<String, String> form = swap(1, "2025-03-14", "2025-03-15");
            HttpResponse<String> saved = admin.post("/calendar/" + id + "/adjustments", form);
            assertThat(saved.statusCode()).isEqualTo(302);
            String next = saved.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
            String page = text(admin.get(next).body());
            assertThat(page).contains("Bản 2 có hiệu lực").contains("Quyết định 812/QĐ-UBND");
            assertThat(calendars.of(id).day(LocalDate.of(2025, 3, 15)).kind()).isEqualTo(CalendarDay.Kind.MAKE_UP);

            HttpResponse<String> again = admin.post("/calendar/" + id + "/adjustments", form);
            assertThat(again.statusCode()).as("a second click").isEqualTo(409);
            assertThat(again.body()).as("what was typed is kept").contains("14/03/2025", "812");
            assertThat(calendars.of(id).version()).isEqualTo(2);
        }
    }

    @Test
    @Proves({"H4.1", "H6.3"})
    void refusesAnAdministratorOfACommuneTheCalendarOfTheProvince() {
        UUID post = directory
                .holdings(DemonstrationOfficer.COMMUNE_CLERK.id())
                .getFirst()
                .post()
                .value();
        jdbc.sql("insert into access.role_of_post (post, role) values (:post, 'administrator')")
                .param("post", post)
                .update();
        long before = calendars.of(CalendarId.PROVINCE).version();
        try (Web commune = Web.as(port, DemonstrationAccount.COMMUNE_CLERK)) {
            assertThat(commune.get("/calendar/province/adjustments/new").statusCode())
                    .isEqualTo(200);
            HttpResponse<String> refused =
                    commune.post("/calendar/province/adjustments", swap(before, "2033-03-11", "2033-03-12"));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(text(refused.body())).contains("ngoài phạm vi của bạn");
            assertThat(calendars.of(CalendarId.PROVINCE).version()).isEqualTo(before);
        } finally {
            jdbc.sql("delete from access.role_of_post where post = :post")
                    .param("post", post)
                    .update();
        }
    }

    @Test
    @Proves({"H4.1", "H4.4"})
    void letsOneOfTwoAdministratorsAtOnceWin() throws Exception {
        CalendarId id = opened();
        try (Web one = Web.as(port, DemonstrationAccount.ADMIN);
                Web other = Web.as(port, DemonstrationAccount.ADMIN);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            one.get("/calendar");
            other.get("/calendar");
            String path = "/calendar/" + id + "/adjustments";
            var first = threads.submit(() -> one.post(path, swap(1, "2025-03-14", "2025-03-15")));
            var second = threads.submit(() -> other.post(path, swap(1, "2025-03-21", "2025-03-22")));
            assertThat(List.of(first.get().statusCode(), second.get().statusCode()))
                    .containsExactlyInAnyOrder(302, 409);
        }
        assertThat(calendars.of(id).version()).isEqualTo(2);
    }

    @Test
    @Proves("H4.4")
    void keepsWhatWasTypedWhenItRefuses() {
        CalendarId id = opened();
        String path = "/calendar/" + id + "/adjustments";
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            admin.get("/calendar");
            HttpResponse<String> sunday = admin.post(path, swap(1, "2025-03-16", "2025-03-22"));
            assertThat(sunday.statusCode()).isEqualTo(409);
            assertThat(text(sunday.body())).contains("16/03/2025").contains("value=\"Quyết định 812/QĐ-UBND\"");
            Map<String, String> unreadable = swap(1, "30/02/2025x", "2025-03-22");
            HttpResponse<String> refused = admin.post(path, unreadable);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(text(refused.body())).contains("“30/02/2025x” chưa đọc được");
            Map<String, String> wordy = new HashMap<>(swap(1, "2025-03-14", "2025-03-15"));
            wordy.put("reason", "x".repeat(301));
            assertThat(admin.post(path, wordy).statusCode()).isEqualTo(422);
        }
        assertThat(calendars.of(id).version()).isEqualTo(1);
    }

    @Test
    @Proves({"H4.1", "H4.4"})
    void withdrawsAndRestoresAsNewVersions() {
        CalendarId id = opened();
        UUID entry = changes.enter(
                id, 1, new Adjustment.DayOff(LocalDate.of(2025, 3, 18), Text.of("Công điện 1")), "bão", BY);
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            String path = "/calendar/" + id + "/adjustments/" + entry + "/withdrawal";
            assertThat(text(admin.get(path).body())).contains("Công điện 1").contains("1 ngày thay đổi");
            assertThat(admin.post(path, Map.of("version", "2")).statusCode()).isEqualTo(302);
            assertThat(calendars.of(id).day(LocalDate.of(2025, 3, 18)).counts()).isTrue();
            assertThat(admin.post(path, Map.of("version", "3")).statusCode())
                    .as("withdrawn already")
                    .isEqualTo(404);
            String restoration = "/calendar/" + id + "/versions/2/restoration";
            assertThat(text(admin.get(restoration).body())).contains("1 ngày thay đổi");
            assertThat(admin.post(restoration, Map.of("version", "3")).statusCode())
                    .isEqualTo(302);
            assertThat(calendars.of(id).day(LocalDate.of(2025, 3, 18)).counts()).isFalse();
            String history = text(admin.get("/calendar/" + id + "/versions").body());
            assertThat(history)
                    .contains("Khôi phục nội dung bản 2")
                    .contains("Rút điều chỉnh")
                    .contains("Công điện 1")
                    .contains(DemonstrationAccount.ADMIN.officer().officerName());
        }
    }

    @Test
    @Proves({"H4.1", "H4.4"})
    void opensACalendarAndChangesItsHours() {
        String code = "counter-" + UUID.randomUUID().toString().substring(0, 8);
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            admin.get("/calendars/new");
            Map<String, String> form = new HashMap<>(week());
            form.putAll(Map.of("code", code, "name", "Lịch một cửa"));
            form.put("6a-from", "07:30");
            form.put("6a-until", "11:00");
            assertThat(admin.post("/calendars", form).statusCode()).isEqualTo(302);
            CalendarId id = new CalendarId(code);
            assertThat(calendars.of(id).day(LocalDate.of(2024, 11, 23)).kind())
                    .isEqualTo(CalendarDay.Kind.COUNTER_ONLY);
            assertThat(admin.post("/calendars", form).statusCode())
                    .as("the code is taken")
                    .isEqualTo(409);

            Map<String, String> later = new HashMap<>(week());
            for (int day = 1; day <= 5; day++) {
                later.put(day + "b-until", "16:30");
            }
            later.put("version", "1");
            String asked = later.entrySet().stream()
                    .map(field -> field.getKey() + "=" + field.getValue())
                    .reduce("asked=true", (a, b) -> a + "&" + b);
            String preview =
                    text(admin.get("/calendar/" + code + "/hours?" + asked).body());
            assertThat(preview).contains("13:30 – 16:30").contains("13:30 – 17:00");
            assertThat(admin.post("/calendar/" + code + "/hours", later).statusCode())
                    .isEqualTo(302);
            assertThat(WorkingCalendar.local(calendars
                            .of(id)
                            .deadline(
                                    WorkingCalendar.instant(LocalDateTime.parse("2024-11-22T08:00")),
                                    TimeLimit.workingDays(1))
                            .due()))
                    .isEqualTo(LocalDateTime.parse("2024-11-25T16:30"));
            later.put("1a-until", "06:00");
            later.put("version", "2");
            assertThat(admin.post("/calendar/" + code + "/hours", later).statusCode())
                    .as("closes before it opens")
                    .isEqualTo(422);
        }
    }

    /// The worked example: Wednesday 29/4/2026 15:30, same day, after 15:00.
    @Test
    @Proves({"H4.2", "H4.3", "H4.4"})
    void computesADeadlineAndSaysWhy() {
        try (Web officer = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            String page = text(officer.get("/deadline?received=2026-04-29T15:30&amount=0&unit=WORKING_DAYS&cutOff=15")
                    .body());
            assertThat(page)
                    .contains("Thứ Hai 04/05/2026 17:00")
                    .contains("còn ")
                    .contains("Nghị định 23/2015/NĐ-CP, Điều 7")
                    .contains("Ngày Chiến thắng")
                    .contains("Ngày Quốc tế lao động")
                    .contains("Nghỉ cuối tuần, không tính");
            assertThat(text(officer.get("/deadline?received=2024-11-18T08:00&amount=10&unit=WORKING_DAYS"
                                    + "&asked=2024-11-20T10:00&answered=2024-11-26T09:00&policy=PAUSE")
                            .body()))
                    .contains("Thứ Sáu 06/12/2024 17:00")
                    .contains("Nghị định 301/2026/NĐ-CP");
            assertThat(text(officer.get("/deadline?received=2024-11-01T08:00&amount=1&unit=WORKING_DAYS")
                            .body()))
                    .as("past")
                    .contains("đã qua ");
            assertThat(text(officer.get("/deadline?from=2024-11-22T14:00&until=2024-11-29T17:00")
                            .body()))
                    .contains("5 ngày 3 giờ làm việc");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "received=x&amount=5&unit=WORKING_DAYS",
                "received=2024-11-22T08:00&amount=-1&unit=WORKING_DAYS",
                "received=2024-11-22T08:00&amount=99999999999&unit=WORKING_DAYS",
                "received=2024-11-22T08:00&amount=5&unit=YEARS",
                "received=2041-11-22T08:00&amount=5&unit=WORKING_DAYS",
                "received=2024-11-22T08:00&amount=5&unit=WORKING_DAYS&calendar=nobody",
                "received=2024-11-22T08:00&amount=5&unit=WORKING_DAYS&asked=2024-11-25T08:00",
                "from=2024-11-22T08:00&until=2024-11-21T08:00"
            })
    @Proves("H4.4")
    void saysWhatCannotBeComputed(String question) {
        try (Web officer = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            HttpResponse<String> answer = officer.get("/deadline?" + question);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"").contains("name=\"received\"");
        }
    }

    @Test
    @Proves({"H4.4", "H2.2"})
    void speaksEnglishToo() {
        try (Web officer = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            officer.get("/calendar");
            officer.post("/language", Map.of("value", "en"));
            assertThat(text(officer.get("/calendar?year=2025").body()))
                    .contains("Lunar New Year")
                    .contains("Labour Code 45/2019/QH14, art. 112")
                    .doesNotContain("Nghỉ lễ");
        }
    }

    private CalendarId opened() {
        CalendarId id = new CalendarId("test-" + UUID.randomUUID().toString().substring(0, 8));
        changes.open(id, Text.of("Lịch thử"), Week.ORDINARY, BY);
        return id;
    }

    private static Map<String, String> swap(long version, String day, String makeUp) {
        return Map.of(
                "version",
                String.valueOf(version),
                "kind",
                "SWAP",
                "day",
                day,
                "makeUp",
                makeUp,
                "source",
                "Quyết định 812/QĐ-UBND");
    }

    private static Map<String, String> week() {
        Map<String, String> form = new HashMap<>();
        for (int day = 1; day <= 5; day++) {
            form.putAll(Map.of(
                    day + "a-from",
                    "07:00",
                    day + "a-until",
                    "11:30",
                    day + "b-from",
                    "13:30",
                    day + "b-until",
                    "17:00"));
        }
        return form;
    }

    /// The page with its entities read.
    private static String text(String page) {
        return page.replace("&amp;", "&")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("\u00A0", " ");
    }

    private static int count(String page, String what) {
        return page.split(Pattern.quote(what), -1).length - 1;
    }
}
