package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thongsuot.organization.OrganizationTests.refuses;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// Who administers one commune gets no farther by names, posts or plans.
@SpringBootTest
@Proves("H6.3")
class LimitsOfAdministratorsTests {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final Actor US = new Actor.Job("test");
    private static final String OFFICE = "Văn phòng Ủy ban nhân dân tỉnh Thử";
    private static final String ROLE = "thu-quan-tri-xa";

    @Autowired
    Organization organization;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Directory directory;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    private AgencyId province;
    private AgencyId commune;
    private AgencyId neighbour;
    private Actor.Officer administrator;

    @BeforeEach
    void aCommuneWithItsAdministrator() {
        province = found("UBND tỉnh Thử", AgencyLevel.PROVINCE, null);
        commune = found("UBND xã Thử", AgencyLevel.COMMUNE, province);
        neighbour = found("UBND xã Bên", AgencyLevel.COMMUNE, province);
        PostId desk = organization.openPost(commune, 1, null, PostKind.SPECIALIST, "Tổ chức cán bộ", BEGINNING, US);
        OfficerId person = organization.enter("Lâm Thị Tổ Chức", desk, BEGINNING, US);
        jdbc.sql("insert into access.role (code, title, version) values (:role, 'Tổ chức xã', 1)")
                .param("role", ROLE)
                .update();
        grant("ORGANIZATION_MANAGE");
        jdbc.sql("insert into access.role_of_post (post, role) values (:post, :role)")
                .param("post", desk.value())
                .param("role", ROLE)
                .update();
        // A kind of post that gives no right by itself.
        jdbc.sql("delete from access.role_of_kind where post_kind = 'ACCOUNTANT'")
                .update();
        administrator = new Actor.Officer(new AccountId(UUID.randomUUID()), person, desk, commune, null);
    }

    @AfterEach
    void takeTheRoleAway() {
        for (String table : List.of("role_of_post", "role_permission")) {
            jdbc.sql("delete from access." + table + " where role = :role")
                    .param("role", ROLE)
                    .update();
        }
        jdbc.sql("delete from access.role where code = :role")
                .param("role", ROLE)
                .update();
        jdbc.sql("insert into access.role_of_kind (post_kind, role) values ('ACCOUNTANT', 'document-officer')"
                        + " on conflict do nothing")
                .update();
    }

    @Test
    void makeNoAgencyTheOfficeOfTheCommitteeAboveByRenamingIt() {
        organization.rename(commune, version(), "UBND xã Thử Mới", BEGINNING.plusDays(1), administrator);
        refuses(
                OrganizationProblem.OUTSIDE_YOUR_AGENCIES,
                () -> organization.rename(commune, version(), OFFICE, BEGINNING.plusDays(2), administrator));
        refuses(
                OrganizationProblem.OUTSIDE_YOUR_AGENCIES,
                () -> organization.found(agency(OFFICE, AgencyLevel.DEPARTMENT, province), administrator));
        assertThat(organization.mayChange(province, administrator)).isFalse();

        organization.rename(commune, version(), OFFICE, BEGINNING.plusDays(2), US);
        assertThat(organization.mayChange(province, administrator))
                .as("what the name is worth")
                .isTrue();
    }

    @Test
    void makeNoAgencyTheOfficeOfTheCommitteeAboveByAPlan() {
        ReorganisationId plan = reorganisations.draft("Đổi tên xã", null, clock.today(), administrator);
        refuses(
                OrganizationProblem.OUTSIDE_YOUR_AGENCIES,
                () -> reorganisations.set(plan, 1, List.of(rename(OFFICE)), administrator));
        reorganisations.set(plan, 1, List.of(rename("UBND xã Thử Khác")), administrator);
    }

    @Test
    void approveNoPlanWhoseAgenciesHaveLeftTheirReach() {
        AgencyId school = found("Trường THCS Thử", AgencyLevel.SUBORDINATE, commune);
        ReorganisationId plan = reorganisations.draft("Đổi tên trường", null, clock.today(), administrator);
        reorganisations.set(
                plan,
                1,
                List.of(new ReorganisationStep.Rename(UUID.randomUUID(), school, "Trường THCS Thử Mới", null)),
                administrator);
        jdbc.sql("update organization.agency set parent = :parent, version = version + 1 where id = :id")
                .param("parent", neighbour.value())
                .param("id", school.value())
                .update();
        directory.refresh();
        refuses(OrganizationProblem.OUTSIDE_YOUR_AGENCIES, () -> reorganisations.approve(plan, 2, administrator));
    }

    @Test
    void openAndFillNoPostThatManagesAccess() {
        organization.openPost(commune, version(), null, PostKind.ACCOUNTANT, "Kế toán", BEGINNING, administrator);
        refuses(
                OrganizationProblem.POST_GIVES_RIGHTS,
                () -> organization.openPost(
                        commune, version(), null, PostKind.ADMINISTRATOR, "Quản trị", BEGINNING, administrator));

        PostId post =
                organization.openPost(commune, version(), null, PostKind.ADMINISTRATOR, "Quản trị", BEGINNING, US);
        refuses(
                OrganizationProblem.POST_GIVES_RIGHTS,
                () -> organization.place(
                        administrator.officer(), 2, post, false, Period.since(BEGINNING), administrator));
        refuses(
                OrganizationProblem.POST_GIVES_RIGHTS,
                () -> organization.enter("Người Nhà", post, BEGINNING, administrator));
        refuses(
                OrganizationProblem.POST_GIVES_RIGHTS,
                () -> organization.enter("Người Nhà", administrator.post(), BEGINNING, administrator));

        grant("ACCESS_MANAGE");
        organization.place(administrator.officer(), 2, post, false, Period.since(BEGINNING), administrator);
    }

    @Test
    void seatNobodyByAPlanWhereAccessIsManaged() {
        AgencyId school = found("Trường THCS Hai", AgencyLevel.SUBORDINATE, commune);
        PostId head = organization.openPost(school, 1, null, PostKind.HEAD, "Hiệu trưởng", BEGINNING, US);
        OfficerId person = organization.enter("Sơn Thị Hiệu", head, BEGINNING, US);
        ReorganisationId plan = reorganisations.draft("Giải thể trường", null, clock.today(), administrator);
        reorganisations.set(
                plan, 1, List.of(new ReorganisationStep.Dissolve(UUID.randomUUID(), school, null)), administrator);
        ReorganisationContent.ByHand hand = new ReorganisationContent.ByHand(
                directory.holdings(person).getFirst().id(),
                new ReorganisationContent.Seat(commune, null, PostKind.ADMINISTRATOR, "Quản trị"));
        refuses(
                OrganizationProblem.POST_GIVES_RIGHTS,
                () -> reorganisations.place(plan, 2, List.of(), List.of(hand), administrator));

        reorganisations.place(plan, 2, List.of(), List.of(hand), US);
        refuses(OrganizationProblem.POST_GIVES_RIGHTS, () -> reorganisations.approve(plan, 3, administrator));
    }

    @Test
    void takeNoMainPostFromAnotherAgency() {
        PostId theirs = organization.openPost(neighbour, 1, null, PostKind.ACCOUNTANT, "Kế toán", BEGINNING, US);
        OfficerId clerk = organization.enter("Kim Thị Bên", theirs, BEGINNING, US);
        PostId ours = organization.openPost(commune, version(), null, PostKind.ACCOUNTANT, "Kế toán", BEGINNING, US);
        refuses(
                OrganizationProblem.MAIN_POST_ELSEWHERE,
                () -> organization.place(clerk, 2, ours, true, Period.since(BEGINNING), administrator));
        assertThat(directory.holdings(clerk)).singleElement().matches(HoldingView::main);
        organization.place(clerk, 2, ours, false, Period.since(BEGINNING), administrator);
        assertThat(directory.holdings(clerk)).extracting(HoldingView::main).containsExactlyInAnyOrder(true, false);
    }

    private ReorganisationStep rename(String name) {
        return new ReorganisationStep.Rename(UUID.randomUUID(), commune, name, null);
    }

    private long version() {
        return directory.agency(commune).orElseThrow().version();
    }

    private void grant(String permission) {
        jdbc.sql("insert into access.role_permission (role, permission) values (:role, :permission)")
                .param("role", ROLE)
                .param("permission", permission)
                .update();
    }

    private AgencyId found(String name, AgencyLevel level, @Nullable AgencyId parent) {
        return organization.found(agency(name, level, parent), US);
    }

    private static NewAgency agency(String name, AgencyLevel level, @Nullable AgencyId parent) {
        return new NewAgency(name, null, level, "cơ quan", parent, "province", null, null, BEGINNING);
    }
}
