package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.Web;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;

/// Lending rights, standing in for somebody, and switching posts: over HTTP, on two nodes of one province.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final String NEW_AGENCY = "/organization/agencies/new?parent=";

    private Node first;
    private Node second;
    private JdbcClient jdbc;
    private BusinessClock clock;
    private AgencyView office;

    @BeforeAll
    void start() {
        TestDatabases.Address database = TestDatabases.province();
        first = Node.start(database, "--thongsuot.demonstration=true");
        second = Node.start(database, "--thongsuot.demonstration=true");
        jdbc = first.bean(JdbcClient.class);
        clock = first.bean(BusinessClock.class);
        office = first.bean(Directory.class)
                .agencyByCode("H59.01", clock.today())
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
    }

    @AfterEach
    void endAll() {
        jdbc.sql("update access.delegation set ended_at = now() where ended_at is null")
                .update();
        jdbc.sql("update access.absence set ended_at = now() where ended_at is null")
                .update();
    }

    @Test
    @Proves("H6.5")
    void lendsANamedRightForSomeDaysAndShowsWhoseItWasOnWhatIsDone() {
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web clerk = as(DemonstrationAccount.CLERK)) {
            assertThat(clerk.get(newAgency()).statusCode()).isEqualTo(403);
            String delegation = lend(admin, DemonstrationOfficer.CLERK, "ORGANIZATION_MANAGE");

            var notYet = clerk.get(newAgency());
            assertThat(notYet.statusCode()).isEqualTo(403);
            assertThat(notYet.body()).contains("Cần đổi chức vụ đang dùng", "Quản trị hệ thống, Văn phòng UBND tỉnh");
            assertThat(clerk.get("/").body()).contains("Làm thay Huỳnh Minh Trí, từ ");

            assertThat(switchTo(clerk, "delegation", delegation)).isEqualTo(302);
            var page = clerk.get(newAgency());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Trần Thị Mỹ Hạnh", "Làm thay Huỳnh Minh Trí");
            assertThat(moveClock(clerk).statusCode())
                    .as("a right that was not lent")
                    .isEqualTo(403);

            String base = "/organization/agencies/" + office.id();
            clerk.get(base + "/units/new");
            String version = jdbc.sql("select version::text from organization.agency where id = :id")
                    .param("id", office.id().value())
                    .query(String.class)
                    .single();
            var opened = clerk.post(
                    base + "/units",
                    Map.of(
                            "version",
                            version,
                            "name",
                            "Tổ thử ủy quyền",
                            "from",
                            clock.today().toString()));
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
            String entry = entry("organization.UnitOpened");
            assertThat(entry)
                    .contains("\"delegation\":\"" + delegation + "\"")
                    .contains("\"account\":\"" + account("vanthu") + "\"");
            assertThat(admin.get("/inspection/log").body()).contains("Huỳnh Minh Trí → Trần Thị Mỹ Hạnh");
        }
    }

    @Test
    @Proves("H6.5")
    void endsOnEveryNodeAtTheNextRequest() {
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web clerk = as(DemonstrationAccount.CLERK)) {
            String delegation = lend(admin, DemonstrationOfficer.CLERK, "ORGANIZATION_MANAGE");
            switchTo(clerk, "delegation", delegation);
            Web elsewhere = clerk.at(second.port());
            assertThat(elsewhere.get(newAgency()).statusCode()).isEqualTo(200);

            admin.get("/delegations");
            assertThat(admin.post("/delegations/" + delegation + "/end", Map.of())
                            .statusCode())
                    .isEqualTo(302);

            var act = elsewhere.post(
                    "/organization/agencies", Map.of("parent", office.id().toString()));
            assertThat(act.statusCode())
                    .as("the act is not done under another post")
                    .isEqualTo(409);
            assertThat(act.body()).contains("Chức vụ bạn đang dùng đã hết hiệu lực");
            assertThat(elsewhere.get(newAgency()).statusCode()).isEqualTo(403);
            assertThat(switchTo(elsewhere, "delegation", delegation)).isEqualTo(409);
            assertThat(admin.post("/delegations/" + delegation + "/end", Map.of())
                            .statusCode())
                    .as("ended twice")
                    .isEqualTo(409);
            assertThat(versions(delegation)).isEqualTo("1,2");
        }
    }

    @Test
    @Proves("H6.5")
    void isWorthNoMoreThanWhatTheLenderStillHas() {
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web clerk = as(DemonstrationAccount.CLERK)) {
            String delegation = lend(admin, DemonstrationOfficer.CLERK, "ORGANIZATION_MANAGE", "CALENDAR_MANAGE");
            switchTo(clerk, "delegation", delegation);
            assertThat(clerk.get(newAgency()).statusCode()).isEqualTo(200);

            jdbc.sql("delete from access.role_permission where permission = 'ORGANIZATION_MANAGE'")
                    .update();
            try {
                assertThat(clerk.get(newAgency()).statusCode())
                        .as("the role lost it")
                        .isEqualTo(403);
                assertThat(clerk.get("/delegations").body()).contains("người giao không còn quyền này");
            } finally {
                jdbc.sql("insert into access.role_permission values ('administrator', 'ORGANIZATION_MANAGE')")
                        .update();
            }
            assertThat(clerk.get(newAgency()).statusCode()).isEqualTo(200);

            UUID officer = DemonstrationOfficer.ADMINISTRATOR.id().value();
            jdbc.sql("update organization.holding set valid_to = valid_from where officer = :officer and main")
                    .param("officer", officer)
                    .update();
            try {
                assertThat(clerk.get(newAgency()).statusCode())
                        .as("the post was left")
                        .isEqualTo(403);
            } finally {
                jdbc.sql("update organization.holding set valid_to = null where officer = :officer and main")
                        .param("officer", officer)
                        .update();
            }

            AccountId id = account("admin");
            switchTo(clerk, "delegation", delegation);
            first.bean(Accounts.class).suspend(id, JOB);
            try {
                assertThat(clerk.get(newAgency()).statusCode())
                        .as("the lender is suspended")
                        .isEqualTo(403);
            } finally {
                first.bean(Accounts.class).restore(id, JOB);
            }
        }
    }

    @Test
    @Proves("H6.5")
    void endsByItselfAfterItsLastDay() {
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web clerk = as(DemonstrationAccount.CLERK)) {
            LocalDate today = clock.today();
            String later = lend(admin, DemonstrationOfficer.CLERK, today.plusDays(3), today.plusDays(4));
            clerk.get("/");
            assertThat(switchTo(clerk, "delegation", later)).as("not yet begun").isEqualTo(409);
            clock.move(
                    today.plusDays(4).atTime(23, 0).atZone(BusinessClock.ZONE).toInstant(), 0);
            assertThat(switchTo(clerk, "delegation", later)).isEqualTo(302);
            assertThat(clerk.get(newAgency()).statusCode()).isEqualTo(200);
            clock.move(today.plusDays(5).atTime(0, 1).atZone(BusinessClock.ZONE).toInstant(), 1);
            assertThat(clerk.get(newAgency()).statusCode()).isEqualTo(403);
            assertThat(clerk.get("/delegations").body()).contains("Đã hết hạn");
        }
    }

    @Test
    @Proves("H6.5")
    void cannotBeLentOn() {
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web clerk = as(DemonstrationAccount.CLERK)) {
            String delegation = lend(admin, DemonstrationOfficer.CLERK, "ORGANIZATION_MANAGE");
            String own = clerk.get("/delegations/new").body();
            assertThat(own).contains("Cấp số, phát hành văn bản đi").doesNotContain("value=\"ORGANIZATION_MANAGE\"");
            assertThat(give(clerk, DemonstrationOfficer.CHIEF_OF_OFFICE, clock.today(), "ORGANIZATION_MANAGE"))
                    .as("under the own post the right is not there")
                    .isEqualTo(403);
            switchTo(clerk, "delegation", delegation);
            assertThat(clerk.get("/delegations").body()).contains("Bạn đang thay người khác");
            assertThat(give(clerk, DemonstrationOfficer.CHIEF_OF_OFFICE, clock.today(), "ORGANIZATION_MANAGE"))
                    .isEqualTo(403);
            assertThat(clerk.post(
                                    "/absences",
                                    Map.of(
                                            "from",
                                            clock.today().toString(),
                                            "to",
                                            clock.today().toString()))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    @Proves("H6.5")
    void refusesWhatCannotBeLent() {
        try (Web admin = as(DemonstrationAccount.ADMIN)) {
            admin.get("/delegations/new");
            LocalDate today = clock.today();
            assertThat(give(admin, DemonstrationOfficer.ADMINISTRATOR, today, "ORGANIZATION_MANAGE"))
                    .as("to oneself")
                    .isEqualTo(422);
            assertThat(give(admin, DemonstrationOfficer.CLERK, today, "ACCESS_MANAGE"))
                    .as("the right to give rights")
                    .isEqualTo(403);
            assertThat(give(admin, DemonstrationOfficer.CLERK, today))
                    .as("no right")
                    .isEqualTo(422);
            assertThat(give(admin, DemonstrationOfficer.CLERK, today.minusDays(1), "ORGANIZATION_MANAGE"))
                    .as("yesterday")
                    .isEqualTo(422);
            assertThat(give(admin, DemonstrationOfficer.CLERK, today, "ORGANIZATION_MANAGE"))
                    .isEqualTo(302);
            assertThat(give(admin, DemonstrationOfficer.CLERK, today, "ORGANIZATION_MANAGE"))
                    .as("a second click")
                    .isEqualTo(409);
        }
        try (Web auditor = as(DemonstrationAccount.AUDITOR)) {
            auditor.get("/delegations/new");
            assertThat(give(auditor, DemonstrationOfficer.CLERK, clock.today(), "AUDIT_VIEW"))
                    .as("to another agency")
                    .isEqualTo(422);
        }
    }

    @Test
    @Proves("H6.5")
    void keepsWhatWasTypedWhileAPersonIsSought() {
        try (Web admin = as(DemonstrationAccount.ADMIN)) {
            admin.get("/delegations/new");
            var found = admin.post(
                    "/delegations",
                    Map.of(
                            "q",
                            "tran thi my hanh",
                            "find",
                            "1",
                            "right",
                            "CALENDAR_MANAGE",
                            "from",
                            "2031-05-06",
                            "to",
                            ""));
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body())
                    .contains("Trần Thị Mỹ Hạnh", "Văn thư, Văn phòng UBND tỉnh", "value=\"06/05/2031\"")
                    .containsPattern("value=\"CALENDAR_MANAGE\" checked");
            var refused = admin.post(
                    "/delegations",
                    Map.of(
                            "q",
                            "tran thi my hanh",
                            "person",
                            DemonstrationOfficer.CLERK.id().toString(),
                            "right",
                            "CALENDAR_MANAGE",
                            "from",
                            "32/13/2024",
                            "to",
                            ""));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Ngày “32/13/2024” chưa đọc được", "Trần Thị Mỹ Hạnh");
        }
    }

    @Test
    @Proves("H6.5")
    void letsAReplacementActForAnAbsentLeader() {
        try (Web chairman = as(DemonstrationAccount.CHAIRMAN);
                Web deputy = as(DemonstrationAccount.LEADER);
                Web commune = as(DemonstrationAccount.COMMUNE_CLERK)) {
            chairman.get("/absences/new");
            LocalDate today = clock.today();
            Map<String, String> away = Map.of(
                    "from", today.toString(),
                    "to", today.plusDays(7).toString(),
                    "person", DemonstrationOfficer.VICE_CHAIRMAN.id().toString());
            assertThat(chairman.post("/absences", away).statusCode()).isEqualTo(302);
            assertThat(chairman.post("/absences", away).statusCode())
                    .as("twice")
                    .isEqualTo(409);
            assertThat(deputy.get("/absences").body()).contains("Võ Minh Khải", "Đặng Quốc Tường", "Đang vắng");
            assertThat(commune.get("/absences").body()).doesNotContain("Võ Minh Khải");

            String delegation = jdbc.sql(
                            "select id::text from access.delegation where absence is not null and ended_at is null")
                    .query(String.class)
                    .single();
            assertThat(switchTo(commune, "delegation", delegation))
                    .as("somebody else")
                    .isEqualTo(409);
            assertThat(commune.post("/delegations/" + delegation + "/end", Map.of())
                            .statusCode())
                    .as("somebody else may not even know of it")
                    .isEqualTo(404);
            deputy.get("/");
            assertThat(switchTo(deputy, "delegation", delegation)).isEqualTo(302);
            assertThat(deputy.get("/").body()).contains("Làm thay Võ Minh Khải", "Chủ tịch");

            String absence = jdbc.sql("select id::text from access.absence where ended_at is null")
                    .query(String.class)
                    .single();
            assertThat(deputy.post("/absences/" + absence + "/end", Map.of()).statusCode())
                    .as("only who is away comes back")
                    .isEqualTo(404);
            chairman.get("/delegations");
            assertThat(chairman.post("/absences/" + absence + "/end", Map.of()).statusCode())
                    .isEqualTo(302);
            String home = deputy.get("/").body();
            assertThat(home).doesNotContain("Làm thay Võ Minh Khải");
            assertThat(deputy.get("/absences").body()).doesNotContain("Võ Minh Khải");
        }
    }

    @Test
    @Proves("H6.4")
    void doesUnderEachPostOnlyWhatThatPostMayAndRecordsIt() {
        try (Web admin = as(DemonstrationAccount.ADMIN)) {
            String clerkPost = jdbc.sql(
                            "select post::text from organization.holding where officer = :officer and not main")
                    .param("officer", DemonstrationOfficer.ADMINISTRATOR.id().value())
                    .query(String.class)
                    .single();
            String adminPost = jdbc.sql("select post::text from organization.holding where officer = :officer and main")
                    .param("officer", DemonstrationOfficer.ADMINISTRATOR.id().value())
                    .query(String.class)
                    .single();
            admin.get("/");
            assertThat(switchTo(admin, "post", clerkPost)).isEqualTo(302);
            assertThat(entry("access.PostSwitched")).contains("\"post\":\"" + clerkPost + "\"");
            var refused = moveClock(admin);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("access.other-post", "Quản trị hệ thống, Văn phòng UBND tỉnh");
            LocalDate day = clock.today().plusDays(200);
            admin.get("/absences");
            assertThat(admin.post("/absences", Map.of("from", day.toString(), "to", day.toString()))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(entry("access.AbsenceRecorded"))
                    .contains("\"post\":\"" + clerkPost + "\"", "\"account\":\"" + account("admin") + "\"");
            assertThat(switchTo(admin, "post", adminPost)).isEqualTo(302);
            admin.get("/");
            assertThat(moveClock(admin).statusCode()).isEqualTo(200);
        }
    }

    private Web as(DemonstrationAccount account) {
        return Web.as(first.port(), account);
    }

    private String newAgency() {
        return NEW_AGENCY + office.id();
    }

    private String lend(Web from, DemonstrationOfficer to, String... rights) {
        from.get("/delegations/new");
        assertThat(give(from, to, clock.today(), rights)).isEqualTo(302);
        return latest();
    }

    private String lend(Web from, DemonstrationOfficer to, LocalDate first, LocalDate last) {
        from.get("/delegations/new");
        var answer = from.post(
                "/delegations",
                Map.of(
                        "person",
                        to.id().toString(),
                        "right",
                        "ORGANIZATION_MANAGE",
                        "from",
                        first.toString(),
                        "to",
                        last.toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return latest();
    }

    private String latest() {
        return jdbc.sql("select id::text from access.delegation order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private static int give(Web from, DemonstrationOfficer to, LocalDate first, String... rights) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("person", to.id().toString());
        form.put("from", first.toString());
        form.put("to", first.plusDays(7).toString());
        StringBuilder more = new StringBuilder("/delegations");
        for (int right = 0; right < rights.length; right++) {
            more.append(right == 0 ? "?" : "&").append("right=").append(rights[right]);
        }
        return from.post(more.toString(), form).statusCode();
    }

    private static int switchTo(Web web, String what, String id) {
        return web.post("/acting-post", Map.of(what, id)).statusCode();
    }

    private static HttpResponse<String> moveClock(Web web) {
        return web.send(web.request("/api/clock")
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", web.csrf())
                .PUT(BodyPublishers.ofString("{}"))
                .build());
    }

    private AccountId account(String name) {
        return first.bean(Accounts.class).findByName(name).orElseThrow().id();
    }

    private String entry(String event) {
        return jdbc.sql("select body from audit.entry where event = :event order by recorded_at desc limit 1")
                .param("event", event)
                .query(String.class)
                .single();
    }

    private String versions(String delegation) {
        return jdbc.sql("""
                        select string_agg(version::text, ',' order by version) from audit.entry
                         where thing_kind = 'delegation' and thing_id = :id
                        """).param("id", delegation).query(String.class).single();
    }
}
