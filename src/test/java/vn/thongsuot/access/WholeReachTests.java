package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.Web;
import vn.thongsuot.calendar.CalendarPermission;
import vn.thongsuot.inspection.InspectionPermission;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.organization.OrganizationPermission;
import vn.thongsuot.organization.Period;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Permission;
import vn.thongsuot.shared.Refusal;

/// Who reaches everything: only those whose right goes down from the province, and never nobody.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Proves("H6.3")
class WholeReachTests {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);
    private static final String ROLE = "thu-toan-tinh";
    private static final Actor JOB = new Actor.Job("test");
    private static final List<Permission> RIGHTS = List.of(
            AccessPermission.ACCESS_MANAGE,
            OrganizationPermission.ORGANIZATION_MANAGE,
            CalendarPermission.CALENDAR_MANAGE,
            InspectionPermission.AUDIT_VIEW,
            InspectionPermission.UNDELIVERED_DECIDE);

    private Node node;
    private JdbcClient jdbc;
    private Directory directory;

    @BeforeAll
    void start() {
        node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true");
        jdbc = node.bean(JdbcClient.class);
        directory = node.bean(Directory.class);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @AfterEach
    void takeAway() {
        for (String table : List.of("role_of_post", "role_permission")) {
            jdbc.sql("delete from access." + table + " where role = :role")
                    .param("role", ROLE)
                    .update();
        }
        jdbc.sql("delete from access.role where code = :role")
                .param("role", ROLE)
                .update();
    }

    /// The office of the provincial committee does the committee's business: its agency *is* the province.
    @ParameterizedTest
    @EnumSource(RoleReach.class)
    void aRightThatEndsAtOneAgencyIsNotForTheProvince(RoleReach reach) {
        PostView post = post(DemonstrationOfficer.CLERK.id());
        give(reach, post);
        boolean whole = reach == RoleReach.UNDER || reach == RoleReach.COMMITTEE;
        Authority authority = node.bean(Authority.class);
        for (Permission right : RIGHTS) {
            assertThat(authority.allowsEverywhere(actor(DemonstrationOfficer.CLERK.id(), post), right))
                    .as(right.name())
                    .isEqualTo(whole);
        }
        try (Web clerk = Web.as(node.port(), DemonstrationAccount.CLERK)) {
            int answer = whole ? 200 : 403;
            assertThat(clerk.get("/inspection/log-export").statusCode()).isEqualTo(answer);
            assertThat(clerk.get("/inspection/undelivered").statusCode()).isEqualTo(answer);
            assertThat(clerk.post("/access/roles", Map.of("title", "Vai trò thử " + reach, "reach", "UNDER"))
                            .statusCode())
                    .isEqualTo(whole ? 302 : 403);
        }
    }

    /// Whoever takes over an account today has it on the day its owner becomes an administrator of the province.
    @Test
    void whoIsToTakeAPostIsOutOfReachBeforeThatDay() {
        OfficerId colleague = DemonstrationOfficer.COMMUNE_CHAIRMAN.id();
        PostView own = post(DemonstrationOfficer.COMMUNE_CLERK.id());
        Actor by = actor(DemonstrationOfficer.COMMUNE_CLERK.id(), own);
        give(RoleReach.AGENCY, own);
        AccountCare care = node.bean(AccountCare.class);
        PasswordLinks links = node.bean(PasswordLinks.class);
        AccountId account = account(DemonstrationAccount.COMMUNE_CHAIRMAN.signInName());
        assertThat(care.reaches(colleague, by)).isTrue();
        String key = links.issue(account);
        assertThat(links.check(key).id()).isEqualTo(account);

        PostView province = managing().getFirst().post();
        long version = directory.officer(colleague).orElseThrow().version();
        UUID holding = node.bean(Organization.class)
                .place(colleague, version, province.id(), false, new Period(DAY.plusDays(3), null), JOB);
        try {
            directory.officer(colleague);
            org.awaitility.Awaitility.await().until(() -> !care.reaches(colleague, by));
            assertThatThrownBy(() -> links.check(key))
                    .as("a link handed over before")
                    .isInstanceOf(Refusal.class);
        } finally {
            node.bean(Organization.class).leave(holding, version + 1, DAY.plusDays(2), JOB);
        }
    }

    @Test
    void theLastWhoCanGiveRightsCannotLeaveTheirPost() {
        Organization organization = node.bean(Organization.class);
        node.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            List<Directory.Member> all = managing();
            assertThat(all).isNotEmpty();
            for (Directory.Member member : all.subList(0, all.size() - 1)) {
                organization.leave(member.holding().id(), member.officer().version(), DAY, JOB);
            }
            Directory.Member last = all.getLast();
            assertThatThrownBy(() -> organization.leave(
                            last.holding().id(), last.officer().version(), DAY, JOB))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refused -> assertThat(refused.problem()).isEqualTo(AccessProblem.LAST_ADMINISTRATOR));
            transaction.setRollbackOnly();
        });
    }

    /// Who manages access everywhere and has an account to do it with.
    private List<Directory.Member> managing() {
        return directory.members(DAY).stream()
                .filter(member -> member.post().kind() == PostKind.ADMINISTRATOR
                        && node.bean(Authority.class)
                                .allowsEverywhere(
                                        actor(member.officer().id(), member.post()), AccessPermission.ACCESS_MANAGE))
                .toList();
    }

    private void give(RoleReach reach, PostView post) {
        jdbc.sql("insert into access.role (code, title, reach, version) values (:role, :role, :reach, 1)")
                .param("role", ROLE)
                .param("reach", reach.name())
                .update();
        for (Permission right : RIGHTS) {
            jdbc.sql("insert into access.role_permission (role, permission) values (:role, :right)")
                    .param("role", ROLE)
                    .param("right", right.name())
                    .update();
        }
        jdbc.sql("insert into access.role_of_post (role, post) values (:role, :post)")
                .param("role", ROLE)
                .param("post", post.id().value())
                .update();
    }

    private PostView post(OfficerId officer) {
        return directory.post(directory.holdings(officer).getFirst().post()).orElseThrow();
    }

    private static Actor actor(OfficerId officer, PostView post) {
        return new Actor.Officer(new AccountId(UUID.randomUUID()), officer, post.id(), post.agency(), null);
    }

    private AccountId account(String name) {
        return node.bean(Accounts.class).findByName(name).orElseThrow().id();
    }
}
