package vn.thongsuot.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Words;

/// The auditor's pages over real entries of the demonstration.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H7.4")
class LogPagesTests {

    private static final String LOG = "/inspection/log";
    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);
    private static final Pattern ENTRY = Pattern.compile(LOG + "/([0-9a-f-]{36})");

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Words words;

    @AfterEach
    void takeAwayWhatWasGiven() {
        jdbc.sql("delete from access.role_of_post where role = 'auditor'").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {LOG, LOG + "/00000000-0000-7000-8000-000000000000"})
    void isOpenToAuditorsOnly(String path) {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR);
                Web nobody = new Web(port)) {
            assertThat(clerk.get(path).statusCode()).isEqualTo(403);
            assertThat(nobody.get(path).statusCode()).isEqualTo(302);
            assertThat(auditor.get(path).statusCode()).isEqualTo(path.equals(LOG) ? 200 : 404);
        }
    }

    @Test
    void findsByPersonActThingAndDay() {
        String leader = DemonstrationOfficer.VICE_CHAIRMAN.id().toString();
        try (Web somebody = Web.as(port, DemonstrationAccount.LEADER);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            assertThat(somebody.get("/").statusCode()).isEqualTo(200);
            String account = accounts.findByName(DemonstrationAccount.LEADER.signInName())
                    .orElseThrow()
                    .id()
                    .toString();

            String byPerson = auditor.get(LOG + "?person=" + leader).body();
            assertThat(byPerson)
                    .contains("Đặng Quốc Tường", "đăng nhập", "Tài khoản")
                    .doesNotContain("Trần Thị Mỹ Hạnh");
            assertThat(auditor.get(LOG + "?event=access.SignedIn&person=" + leader)
                            .body())
                    .contains("đăng nhập");
            assertThat(auditor.get(LOG + "?event=organization.AgencyRenamed&person=" + leader)
                            .body())
                    .contains("Không có việc nào khớp");
            assertThat(auditor.get(LOG + "?kind=account&thing=" + account).body())
                    .contains("Đặng Quốc Tường")
                    .doesNotContain("<td class=\"c-main\"><b>Lâm Thị Ngọc Diễm");
            assertThat(auditor.get(LOG + "?from=2024-11-22&to=2024-11-22&person=" + leader)
                            .body())
                    .contains("đăng nhập");
            for (String day : new String[] {"2024-11-22", "22%2F11%2F2024"}) {
                assertThat(auditor.get(LOG + "?from=" + day + "&to=" + day).body())
                        .as("the day of the demonstration, written as %s", day)
                        .containsPattern("ts-chip is-on\"[^>]*>Hôm nay<")
                        .contains("value=\"22/11/2024\"");
            }
            assertThat(auditor.get(LOG + "?to=2024-11-21&person=" + leader).body())
                    .contains("Không có việc nào khớp");
        }
    }

    @Test
    void offersWhoeverIsMeantByANameWithoutMarks() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            assertThat(auditor.get(LOG + "?q=nguyen").body()).contains("Nguyễn", "person=");
            assertThat(auditor.get(LOG + "?q=tu+phap").body()).contains("Sở Tư pháp", "agency=");
            assertThat(auditor.get(LOG + "?q=khong+ai+ten+vay").body()).contains("Không thấy cán bộ hay cơ quan nào");
        }
    }

    @Test
    void filtersAtOnceByTheOnlyOneMeant() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            var only = auditor.get(LOG + "?q=dang+quoc+tuong&event=access.SignedIn");
            assertThat(only.statusCode()).isEqualTo(302);
            assertThat(only.headers().firstValue("Location").orElseThrow())
                    .contains("event=access.SignedIn", "person=" + DemonstrationOfficer.VICE_CHAIRMAN.id());
        }
    }

    @Test
    void keepsADayThatCannotBeReadAndSaysWhy() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            var typed = auditor.get(LOG + "?from=31%2F02%2F2025&to=abc&event=access.SignedIn");
            assertThat(typed.statusCode()).isEqualTo(422);
            assertThat(typed.body())
                    .contains("value=\"31/02/2025\"", "id=\"from-error\"", "Ngày “31/02/2025” chưa đọc được")
                    .contains("value=\"abc\"", "id=\"to-error\"", "aria-invalid=\"true\"");
            var reversed = auditor.get(LOG + "?from=23%2F11%2F2024&to=22%2F11%2F2024");
            assertThat(reversed.statusCode()).isEqualTo(422);
            assertThat(reversed.body()).contains("“Đến ngày” phải từ “Từ ngày” trở đi", "value=\"23/11/2024\"");
        }
    }

    @Test
    void saysWhatIsWrongWithAnAddressThatIsNoQuestion() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            assertThat(auditor.get(LOG + "?person=ai-do").statusCode()).isEqualTo(400);
            assertThat(auditor.get(LOG + "?cursor=%25%25").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void leadsFromPageToPageWithoutRepeatingOrSkipping() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            for (int time = 0; time < 30; time++) {
                Web.as(port, DemonstrationAccount.ONE_STOP).close();
            }
            String asked = LOG + "?event=access.SignedIn&person=" + DemonstrationOfficer.ONE_STOP_OFFICER.id();
            String first = auditor.get(asked).body();
            String next = next(first);
            String second = auditor.get(next).body();
            assertThat(entries(first)).hasSize(25).doesNotContainAnyElementsOf(entries(second));
            assertThat(entries(second)).isNotEmpty();
            assertThat(second).contains("Về đầu");
        }
    }

    @Test
    void showsAnEntryWithItsProofAndLeavesATraceOfLooking() {
        try (Web somebody = Web.as(port, DemonstrationAccount.CHAIRMAN);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            somebody.get("/");
            String person = LOG + "?person=" + DemonstrationOfficer.CHAIRMAN.id();
            String address =
                    LOG + "/" + entries(auditor.get(person).body()).iterator().next();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(auditor.get(address).body()).contains("Đã niêm phong"));
            String page = auditor.get(address).body();
            assertThat(page)
                    .contains("Võ Minh Khải: đăng nhập", "Giờ nghiệp vụ", "Giờ ghi thật", "22/11/2024")
                    .contains("trong niêm phong số", "Nội dung được niêm phong", "access.SignedIn");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    auditor.get(LOG + "?event=audit.Opened&person=" + DemonstrationOfficer.AUDITOR.id())
                                            .body())
                            .contains("mở xem", "Mục nhật ký"));
        }
    }

    @Test
    void warnsOfAnEntryThatSomebodyAltered() {
        try (Web somebody = Web.as(port, DemonstrationAccount.DEPARTMENT_HEAD);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            somebody.get("/");
            String person = LOG + "?event=access.SignedIn&person=" + DemonstrationOfficer.DEPARTMENT_HEAD.id();
            UUID entry = UUID.fromString(
                    entries(auditor.get(person).body()).iterator().next());
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(auditor.get(LOG + "/" + entry).body()).contains("Đã niêm phong"));
            String body = jdbc.sql("select body from audit.entry where id = :id")
                    .param("id", entry)
                    .query(String.class)
                    .single();
            alter(entry, body.replace("access.SignedIn", "access.SignedOut"));
            try {
                assertThat(auditor.get(LOG + "/" + entry).body())
                        .contains("Không khớp", "Nội dung không còn là nội dung đã niêm phong");
            } finally {
                alter(entry, body);
            }
            assertThat(auditor.get(LOG + "/" + entry).body()).doesNotContain("Không khớp");
        }
    }

    private void alter(UUID entry, String body) {
        jdbc.sql("update audit.entry set body = :body where id = :id")
                .param("body", body)
                .param("id", entry)
                .update();
    }

    @Test
    void whoAuditsACommuneSeesNobodyElsesActs() {
        PostView post = post(DemonstrationOfficer.COMMUNE_CLERK);
        jdbc.sql("insert into access.role_of_post (post, role) values (:post, 'auditor')")
                .param("post", post.id().value())
                .update();
        String department =
                directory.agencyByCode("H59.02", DAY).orElseThrow().id().toString();
        try (Web somebody = Web.as(port, DemonstrationAccount.LEADER);
                Web commune = Web.as(port, DemonstrationAccount.COMMUNE_CLERK);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            somebody.get("/");
            String own = commune.get(LOG).body();
            assertThat(own).contains("theo phạm vi cơ quan của mình").doesNotContain("Đặng Quốc Tường");
            assertThat(commune.get(LOG + "?agency=" + department).statusCode()).isEqualTo(403);
            String entry = entries(auditor.get(LOG + "?person=" + DemonstrationOfficer.VICE_CHAIRMAN.id())
                            .body())
                    .iterator()
                    .next();
            assertThat(commune.get(LOG + "/" + entry).statusCode()).isEqualTo(403);
            assertThat(entries(own)).isNotEmpty();
            assertThat(commune.get(LOG + "/" + entries(own).iterator().next()).statusCode())
                    .isEqualTo(200);
        }
    }

    /// Refused before it is opened: the log must not say that somebody read what they were refused.
    @Test
    @Proves("H6.3")
    void whoseRoleReachesOneAgencyReadsNoOther() {
        PostView post = post(DemonstrationOfficer.DEPARTMENT_HEAD);
        jdbc.sql("insert into access.role (code, title, reach) values ('inner', 'Kiểm tra nội bộ', 'AGENCY')")
                .update();
        jdbc.sql("insert into access.role_permission (role, permission) values ('inner', 'AUDIT_VIEW')")
                .update();
        jdbc.sql("insert into access.role_of_post (post, role) values (:post, 'inner')")
                .param("post", post.id().value())
                .update();
        try (Web somebody = Web.as(port, DemonstrationAccount.LEADER);
                Web inner = Web.as(port, DemonstrationAccount.DEPARTMENT_HEAD);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            somebody.get("/");
            assertThat(inner.get(LOG).body()).contains("theo phạm vi cơ quan của mình");
            String entry = entries(auditor.get(LOG + "?person=" + DemonstrationOfficer.VICE_CHAIRMAN.id())
                            .body())
                    .iterator()
                    .next();
            assertThat(inner.get(LOG + "/" + entry).statusCode()).isEqualTo(403);
            assertThat(auditor.get(LOG + "/" + entry).statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(openings(entry)).isEqualTo(1));
        } finally {
            jdbc.sql("delete from access.role_of_post where role = 'inner'").update();
            jdbc.sql("delete from access.role_permission where role = 'inner'").update();
            jdbc.sql("delete from access.role where code = 'inner'").update();
        }
    }

    private long openings(String entry) {
        return jdbc.sql("select count(*) from audit.entry where event = 'audit.Opened' and thing_id = :entry")
                .param("entry", entry)
                .query(Long.class)
                .single();
    }

    private PostView post(DemonstrationOfficer officer) {
        HoldingView holding = directory.holdings(officer.id()).getFirst();
        return directory.post(holding.post()).orElseThrow();
    }

    private static Set<String> entries(String page) {
        Set<String> entries = new java.util.LinkedHashSet<>();
        Matcher matcher = ENTRY.matcher(page);
        while (matcher.find()) {
            entries.add(matcher.group(1));
        }
        return entries;
    }

    private static String next(String page) {
        Matcher matcher = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
        assertThat(matcher.find()).as("a next page").isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    @Test
    void hasAWordForEveryComponentOfEveryEvent() {
        Set<String> missing = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("vn.thongsuot")) {
            if (type.isAssignableTo(Auditable.class)
                    && type.reflect().isRecord()
                    && !type.getName().contains("Tests")
                    && !type.getName().contains("Sample")) {
                Arrays.stream(type.reflect().getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !Set.of("version", "by", "at").contains(name))
                        .filter(name -> !words.has("inspection.field." + name))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }
}
