package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// The directory's pages over HTTP, with the demonstration's people.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class DirectoryPagesTests {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);
    private static final Actor US = new Actor.Job("test");

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Autowired
    DirectorySearch search;

    @Autowired
    Organization organization;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Proves("H5.2")
    void showsTheTreeDownToTheAgencyLookedAt() {
        AgencyId commune = agency("29311");
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(clerk.get("/directory").headers().firstValue("Location").orElseThrow())
                    .endsWith("/directory/agencies");
            assertThat(clerk.get("/directory/agencies").body()).contains("577 cơ quan", "9.253 cán bộ", "Sở Nội vụ");
            String page = clerk.get("/directory/agencies/" + commune).body();
            assertThat(page)
                    .contains("UBND xã Hòa Ân", "Đang hoạt động", "29311", "UBND huyện Cầu Kè")
                    .contains("aria-current=\"page\">UBND xã Hòa Ân")
                    .as("a clerk changes nothing")
                    .doesNotContain("/organization/agencies/");
            String district = directory.agency(commune).orElseThrow().parent() + "";
            assertThat(clerk.get("/directory/tree/" + district + "?open=true").body())
                    .contains("UBND xã Hòa Ân", "aria-expanded=\"true\"")
                    .doesNotContain("<html");
            assertThat(clerk.get("/directory/tree/" + district + "?open=false").body())
                    .doesNotContain("UBND xã Hòa Ân");
            assertThat(clerk.get("/directory/agencies/" + UUID.randomUUID()).statusCode())
                    .isEqualTo(404);
            for (String path : List.of("/directory/agencies", "/directory/officers")) {
                var typed = clerk.get(path + "?asOf=31%2F02%2F2025");
                assertThat(typed.statusCode()).as(path).isEqualTo(422);
                assertThat(typed.body())
                        .as(path)
                        .contains("value=\"31/02/2025\"", "aria-invalid=\"true\"", "chưa đọc được", "name=\"q\"");
            }
        }
    }

    @Test
    @Proves({"H5.1", "H5.2"})
    void offersTheAdministratorOneMainActAndTheRestUnderOther() {
        AgencyId department = agency("H59.02");
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            String page = admin.get("/directory/agencies/" + department).body();
            assertThat(page.split("btn-primary", -1)).as("one main act").hasSize(2);
            assertThat(page)
                    .contains(
                            "/organization/agencies/" + department + "/posts/new",
                            "/organization/agencies/" + department + "/units/new",
                            "/organization/agencies/" + department + "/name",
                            "/organization/agencies/" + department + "/end",
                            "/organization/agencies/new?parent=" + department,
                            "Thôi giữ",
                            "Cử người");
        }
    }

    @Test
    @Proves("H5.2")
    void findsPeopleAndAgenciesWithoutMarks() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(clerk.get("/directory/agencies?q=tran+thi+my+hanh").body())
                    .contains("Trần Thị Mỹ Hạnh");
            assertThat(clerk.get("/directory/agencies?q=uy+ban+nhan+dan+xa+hoa+an")
                            .body())
                    .as("the name as written in full")
                    .contains("UBND xã Hòa Ân");
            assertThat(clerk.get("/directory/officers?q=TRAN+THI+MY+HANH").body())
                    .contains("Trần Thị Mỹ Hạnh");
            assertThat(clerk.get("/directory/officers?q=khong+co+ai+ten+nay").body())
                    .contains("Không có cán bộ nào khớp", "khong co ai ten nay");
            assertThat(clerk.get("/search?q=hoa+an").body())
                    .as("the palette")
                    .contains("UBND xã Hòa Ân", "/directory/agencies/");
            assertThat(clerk.get("/search?q=my+hanh").body()).contains("Trần Thị Mỹ Hạnh", "/directory/officers/");
        }
    }

    @Test
    @Proves({"H5.1", "H5.2"})
    void looksAtAnyDay() {
        AgencyId agency = organization.found(
                new NewAgency(
                        "Chi cục Ngày trước",
                        null,
                        AgencyLevel.SUBORDINATE,
                        "chi cục",
                        agency("H59.02"),
                        "province",
                        "H59.02.71",
                        null,
                        LocalDate.of(2022, 3, 1)),
                US);
        organization.rename(agency, 1, "Trung tâm Ngày sau", LocalDate.of(2024, 1, 1), US);
        organization.end(agency, 2, LocalDate.of(2025, 6, 30), US);
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            String page = "/directory/agencies/" + agency;
            assertThat(clerk.get(page).body()).contains("<h1>Trung tâm Ngày sau", "Kết thúc hết ngày 30/06/2025");
            assertThat(clerk.get(page + "?asOf=2023-05-05").body())
                    .contains("<h1>Chi cục Ngày trước", "value=\"05/05/2023\"")
                    .as("the day is kept in every link")
                    .contains("?asOf=2023-05-05\">Sở Nội vụ");
            assertThat(clerk.get(page + "?asOf=1/7/2025").body()).contains("Đã kết thúc, hết ngày 30/06/2025");
            assertThat(clerk.get(page + "?asOf=2021-12-31").body()).contains("Sẽ có từ 01/03/2022");
            assertThat(clerk.get("/directory/agencies?q=chi+cuc+ngay+truoc").body())
                    .as("an old name leads to the days it was in use")
                    .contains("Tên này không dùng vào ngày 22/11/2024", page + "?asOf=2023-12-31");
            assertThat(clerk.get("/directory/agencies?q=chi+cuc+ngay+truoc&asOf=2023-05-05")
                            .body())
                    .doesNotContain("Tên này không dùng vào ngày");
        } finally {
            forget(agency);
        }
    }

    @Test
    @Proves({"H5.1", "H5.2"})
    void saysWhoGoesOnWithWhoseWork() {
        AgencyId old = agency("29308");
        AgencyId next = agency("29311");
        jdbc.sql("""
                        insert into organization.succession (predecessor, successor, on_date, confirmed, note)
                        values (:old, :next, '2025-07-01', false, 'theo dự thảo'), (:next, null, '2026-01-01', true, null)
                        """).param("old", old.value()).param("next", next.value()).update();
        directory.refresh();
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(clerk.get("/directory/agencies/" + old).body())
                    .contains(
                            "Công việc chuyển cho",
                            "/directory/agencies/" + next + "?asOf=2025-07-01",
                            "Chưa xác nhận theo văn bản",
                            "theo dự thảo",
                            "Sau sắp xếp 01/07/2025");
            assertThat(clerk.get("/directory/agencies/" + next).body())
                    .contains("Tiếp nhận công việc của", "không có cơ quan kế thừa");
        } finally {
            jdbc.sql("delete from organization.succession").update();
            directory.refresh();
        }
    }

    @Test
    @Proves("H5.2")
    void showsAnOfficerWithEveryPost() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            String path = "/directory/officers/" + DemonstrationOfficer.CHIEF_OF_OFFICE.id();
            assertThat(clerk.get(path).body())
                    .contains(DemonstrationOfficer.CHIEF_OF_OFFICE.officerName(), "Chánh Văn phòng", "Chính", "Ủy viên")
                    .doesNotContain("/organization/holdings/");
            assertThat(admin.get(path).body()).contains("/organization/holdings/");
            assertThat(clerk.get(path + "?asOf=2000-01-01").body())
                    .contains("Không giữ chức vụ nào vào ngày 01/01/2000");
            assertThat(clerk.get("/directory/officers/" + UUID.randomUUID()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Proves({"H2.2", "H5.2"})
    void listsEveryOfficerOncePartByPart() {
        java.util.Set<OfficerView> seen = new java.util.HashSet<>();
        int parts = 0;
        String after = null;
        do {
            Listing<OfficerView> part = search.officers("", DAY, _ -> true, new Listing.Part(after, 500));
            assertThat(part.total()).isEqualTo(directory.officerCount(DAY));
            assertThat(seen).doesNotContainAnyElementsOf(part.items());
            seen.addAll(part.items());
            after = part.next();
            parts++;
        } while (after != null);
        assertThat(seen).hasSize(directory.officerCount(DAY));
        assertThat(parts).isEqualTo((seen.size() + 499) / 500);
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            String first = clerk.get("/directory/officers").body();
            String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                    .replace("&amp;", "&");
            String second = clerk.get(next).body();
            assertThat(names(second)).hasSize(50).doesNotContainAnyElementsOf(names(first));
        }
    }

    private static java.util.List<String> names(String page) {
        return java.util.regex.Pattern.compile("href=\"(/directory/officers/[0-9a-f-]{36})\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// Others count the agencies of that day in the same database.
    private void forget(AgencyId agency) {
        for (String table : new String[] {"agency_past", "agency_code"}) {
            jdbc.sql("delete from organization." + table + " where agency = :id")
                    .param("id", agency.value())
                    .update();
        }
        jdbc.sql("delete from organization.agency where id = :id")
                .param("id", agency.value())
                .update();
        directory.refresh();
    }

    private AgencyId agency(String code) {
        return directory.agencyByCode(code, DAY).orElseThrow().id();
    }
}
