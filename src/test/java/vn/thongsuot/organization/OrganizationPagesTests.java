package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// The forms that change the organization, over HTTP, with the demonstration's people.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class OrganizationPagesTests {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);
    private static final String LATER = "2024-12-02";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organization/agencies/new?parent=" + NOBODY,
                "/organization/agencies/" + NOBODY + "/name",
                "/organization/agencies/" + NOBODY + "/end",
                "/organization/agencies/" + NOBODY + "/units/new",
                "/organization/agencies/" + NOBODY + "/posts/new",
                "/organization/posts/" + NOBODY + "/holdings/new",
                "/organization/holdings/" + NOBODY + "/end"
            })
    @Proves("H5.1")
    void showsItsFormsToAdministratorsOnly(String path) {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            assertThat(clerk.get(path).statusCode()).isEqualTo(403);
            assertThat(admin.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Proves("H5.1")
    void refusesTheActsOfWhoeverIsNoAdministrator() {
        String agency = directory.agencyByCode("H59.02", DAY).orElseThrow().id().toString();
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            clerk.get("/");
            for (String path : new String[] {
                "/organization/agencies",
                "/organization/agencies/" + agency + "/name",
                "/organization/agencies/" + agency + "/end",
                "/organization/agencies/" + agency + "/units",
                "/organization/agencies/" + agency + "/posts",
                "/organization/posts/" + NOBODY + "/holdings",
                "/organization/holdings/" + NOBODY + "/end"
            }) {
                assertThat(clerk.post(path, Map.of("parent", agency)).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    @Proves("H5.1")
    void foundsAnAgencyWithAPostAndSomebodyInIt() {
        AgencyView department = directory.agencyByCode("H59.02", DAY).orElseThrow();
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            assertThat(admin.get("/organization/agencies/new?parent=" + department.id())
                            .body())
                    .contains("Sở Nội vụ", "Thành lập cơ quan");
            var wrong = admin.post("/organization/agencies", founding(department, "h59 sai"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body())
                    .contains("Mã h59 sai không đúng dạng", "value=\"Chi cục Tin học hóa\"", "value=\"h59 sai\"");
            assertThat(admin.post("/organization/agencies", founding(department, "H59.02.90"))
                            .statusCode())
                    .isEqualTo(302);
            AgencyView agency = directory
                    .agencyByCode("H59.02.90", LocalDate.of(2024, 12, 2))
                    .orElseThrow();
            assertThat(agency.parent()).isEqualTo(department.id());

            String base = "/organization/agencies/" + agency.id();
            admin.get(base + "/units/new");
            assertThat(admin.post(base + "/units", Map.of("version", "1", "name", "Phòng Số", "from", LATER))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.post(
                                    base + "/posts",
                                    Map.of("version", "1", "kind", "CLERK", "title", "Văn thư", "from", LATER))
                            .statusCode())
                    .as("the version seen is old")
                    .isEqualTo(409);
            assertThat(admin.post(
                                    base + "/posts",
                                    Map.of("version", "2", "kind", "", "title", "Văn thư", "from", LATER))
                            .body())
                    .as("the field that is wrong is marked")
                    .containsPattern(
                            "<select class=\"form-select is-invalid\" id=\"kind\"[^>]*aria-describedby=\"kind-error\"")
                    .contains("id=\"kind-error\"")
                    .doesNotContain("id=\"from-error\"");
            assertThat(admin.post(
                                    base + "/posts",
                                    Map.of("version", "2", "kind", "CLERK", "title", "Văn thư", "from", "31/2/2025"))
                            .body())
                    .contains("id=\"from-error\"", "value=\"31/2/2025\"")
                    .doesNotContain("id=\"kind-error\"");
            assertThat(admin.post(
                                    base + "/posts",
                                    Map.of("version", "2", "kind", "CLERK", "title", "Văn thư", "from", LATER))
                            .statusCode())
                    .isEqualTo(302);
            PostView post =
                    directory.posts(agency.id(), LocalDate.of(2024, 12, 2)).getFirst();

            var people = admin.get("/organization/posts/" + post.id() + "/holdings/new?q=tran+thi+my+hanh");
            assertThat(people.body()).contains("Trần Thị Mỹ Hạnh · Văn thư");
            String holdings = "/organization/posts/" + post.id() + "/holdings";
            Map<String, String> newcomer = Map.of(
                    "form", hidden(people.body(), "form"),
                    "officer", "",
                    "name", "Lê Thị Thử Việc",
                    "from", "2/12/2024");
            assertThat(admin.post(holdings, newcomer).statusCode()).isEqualTo(302);
            assertThat(admin.post(holdings, newcomer).statusCode())
                    .as("a double click")
                    .isEqualTo(302);
            Map<String, String> another = new HashMap<>(newcomer);
            another.put("name", "Lê Thị Khác");
            assertThat(admin.post(holdings, another).statusCode())
                    .as("a form gone back to, for somebody else")
                    .isEqualTo(409);
            assertThat(directory.searchOfficers("le thi thu viec", LocalDate.of(2024, 12, 2), 5))
                    .hasSize(1);
            Directory.Member member =
                    directory.members(agency.id(), LocalDate.of(2024, 12, 2)).getFirst();
            assertThat(member.officer().name()).isEqualTo("Lê Thị Thử Việc");

            String end = "/organization/holdings/" + member.holding().id() + "/end";
            assertThat(admin.get(end).body()).contains("Lê Thị Thử Việc · Văn thư");
            assertThat(admin.post(end, Map.of("version", "2", "lastDay", "2024-12-20"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(directory.members(agency.id(), LocalDate.of(2024, 12, 21)))
                    .isEmpty();
        }
    }

    /// What was shown of an officer must still be so when they are placed.
    @Test
    @Proves("H5.1")
    void placesNobodyWhoChangedSinceTheFormWasShown() {
        AgencyView department = directory.agencyByCode("H59.02", DAY).orElseThrow();
        PostView post = directory.posts(department.id(), DAY).stream()
                .filter(one -> one.kind() == PostKind.SPECIALIST || one.kind() == PostKind.DEPUTY_HEAD)
                .findFirst()
                .orElseThrow();
        OfficerView clerk = directory.officer(DemonstrationOfficer.CLERK.id()).orElseThrow();
        String holdings = "/organization/posts/" + post.id() + "/holdings";
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            String shown = admin.get(holdings + "/new?q=tran+thi+my+hanh").body();
            String seen = hidden(shown, "version-" + clerk.id());
            assertThat(seen).isEqualTo(String.valueOf(clerk.version()));
            Map<String, String> placing =
                    Map.of("officer", clerk.id().toString(), "version-" + clerk.id(), seen, "from", LATER, "to", LATER);
            assertThat(admin.post(holdings, placing).statusCode()).isEqualTo(302);
            Map<String, String> again = new HashMap<>(placing);
            again.put("from", "2024-12-09");
            again.put("to", "2024-12-09");
            assertThat(admin.post(holdings, again).statusCode())
                    .as("from the form as it was before")
                    .isEqualTo(409);
        }
    }

    private static String hidden(String body, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    private static Map<String, String> founding(AgencyView parent, String identifier) {
        return Map.of(
                "parent",
                parent.id().toString(),
                "name",
                "Chi cục Tin học hóa",
                "level",
                "SUBORDINATE",
                "kind",
                "đơn vị trực thuộc",
                "identifier",
                identifier,
                "from",
                LATER);
    }
}
