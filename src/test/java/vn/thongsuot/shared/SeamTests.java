package vn.thongsuot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.sample.SampleModule;

/// What a module registers appears on the pages of all others, for those who hold its permission and nobody else.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Import(SampleModule.class)
@Proves("H2.3")
class SeamTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Test
    void aMenuLineIsSeenByThoseWhoHoldItsPermission() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR);
                Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(auditor.get("/calendar").body()).contains("href=\"/sample\"");
            assertThat(clerk.get("/calendar").body()).doesNotContain("href=\"/sample\"");
            assertThat(auditor.get("/sample").statusCode()).isEqualTo(200);
            assertThat(clerk.get("/sample").statusCode())
                    .as("hidden and closed")
                    .isEqualTo(403);
        }
    }

    @Test
    void aCardIsSeenByThoseWhoHoldItsPermission() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR);
                Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(auditor.get("/").body()).contains("31.415").contains(SampleModule.WORDS);
            assertThat(clerk.get("/").body()).doesNotContain("31.415").doesNotContain(SampleModule.WORDS);
        }
    }

    @Test
    void aSourceAnswersThoseWhoHoldItsPermission() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR);
                Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(auditor.get("/search?q=xyz").body()).contains(SampleModule.WORDS);
            assertThat(clerk.get("/search?q=xyz").body()).doesNotContain(SampleModule.WORDS);
        }
    }

    @Test
    void aPanelStandsOnAnotherModulesPageForThoseWhoHoldItsPermission() {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR);
                Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(auditor.get("/calendar").body()).contains("hx-get=\"/sample/panel\"");
            assertThat(auditor.get("/sample/panel").body()).contains(SampleModule.WORDS);
            assertThat(clerk.get("/calendar").body()).doesNotContain("/sample/panel");
            assertThat(clerk.get("/sample/panel").statusCode()).isEqualTo(403);
        }
    }

    /// Every permission of every module is one that `access` knows: an administrator of the demonstration or
    /// everybody holds it, or a role does.
    @Test
    void everyPermissionHasADistinctName() {
        Set<String> names = new LinkedHashSet<>();
        for (Permission permission : declared()) {
            assertThat(names.add(permission.name())).as(permission.name()).isTrue();
        }
        assertThat(names).contains("CALENDAR_VIEW", "CALENDAR_MANAGE", "AUDIT_VIEW", "HOME_VIEW", "CLOCK_MOVE");
    }

    /// An officer's act is theirs in the log: account, post and agency, as the actor travelled.
    @Test
    void anActIsWrittenUnderItsActor() {
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            admin.get("/calendars/new");
            String code = "seam-" + Long.toHexString(System.nanoTime());
            assertThat(admin.post(
                                    "/calendars",
                                    java.util.Map.of(
                                            "code", code, "name", "Lịch thử", "1a-from", "07:00", "1a-until", "11:00"))
                            .statusCode())
                    .isEqualTo(302);
            var holding = directory
                    .holdings(DemonstrationAccount.ADMIN.officer().id())
                    .getFirst();
            var agency = directory.post(holding.post()).orElseThrow().agency();
            assertThat(jdbc.sql("""
                                    select event || ' ' || agency || ' ' || (person is not null) from audit.entry
                                     where thing_kind = 'calendar' and thing_id = :id
                                    """).param("id", code).query(String.class).single())
                    .endsWith("Opened " + agency + " true");
        }
    }

    private static java.util.List<Permission> declared() {
        return new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .withImportOption(
                                com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.thongsuot")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Permission.class))
                        .flatMap(type -> java.util.Arrays.stream(type.reflect().getEnumConstants()))
                        .map(Permission.class::cast)
                        .toList();
    }
}
