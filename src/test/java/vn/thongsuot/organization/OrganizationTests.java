package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Problem;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;

/// Changing one agency, post or officer at a time.
@SpringBootTest
class OrganizationTests {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final Actor US = new Actor.Job("test");

    @Autowired
    Organization organization;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Proves("H5.1")
    void foundsAnAgencyThatIsKnownByItsCodesFromItsFirstDay() {
        String code = code();
        AgencyId agency = organization.found(committee("UBND tỉnh  Thử", code), US);
        assertThat(directory.agencyByCode(code, BEGINNING).orElseThrow().name())
                .as("known at once, single spaces")
                .isEqualTo("UBND tỉnh Thử");
        assertThat(directory.agencyByCode(code, BEGINNING.minusDays(1))).isEmpty();
        assertThat(traces(agency.toString(), "AgencyFounded")).isEqualTo(1);
        refuses(OrganizationProblem.CODE_TAKEN, () -> organization.found(committee("UBND tỉnh khác", code), US));
        refuses(OrganizationProblem.CODE_INVALID, () -> organization.found(committee("UBND sai mã", "h59"), US));
        refuses(OrganizationProblem.NAME_INVALID, () -> organization.found(committee(" ", code()), US));
    }

    @Test
    @Proves("H5.1")
    void keepsTheNameAnAgencyHadBefore() {
        AgencyId agency = organization.found(committee("Ban Dân tộc cũ", code()), US);
        LocalDate change = LocalDate.of(2024, 3, 1);
        organization.rename(agency, 1, "Sở Dân tộc mới", change, US);
        assertThat(directory.agency(agency).orElseThrow().name()).isEqualTo("Sở Dân tộc mới");
        assertThat(directory.agency(agency, change.minusDays(1)).orElseThrow().name())
                .isEqualTo("Ban Dân tộc cũ");
        assertThat(directory.agency(agency, change).orElseThrow().name()).isEqualTo("Sở Dân tộc mới");
        assertThat(directory.searchAgencies("ban dan toc cu", change.minusDays(1), 5))
                .hasSize(1);
        assertThat(directory.searchAgencies("ban dan toc cu", change, 5)).isEmpty();
        refuses(
                SharedProblem.CHANGED_MEANWHILE,
                () -> organization.rename(agency, 1, "Tên khác", change.plusDays(1), US));
        refuses(
                OrganizationProblem.DATE_BEFORE_LAST_CHANGE,
                () -> organization.rename(agency, 2, "Tên khác", change.minusDays(9), US));
        refuses(
                OrganizationProblem.DATE_BEFORE_FOUNDING,
                () -> organization.rename(agency, 2, "Tên khác", BEGINNING.minusDays(9), US));
    }

    @Test
    @Proves("H5.1")
    void letsAnOfficerHoldSeveralPostsButNoneTwiceAtATime() {
        AgencyId agency = organization.found(committee("UBND có người", code()), US);
        UUID unit = organization.openUnit(agency, 1, "Văn phòng", BEGINNING, US);
        PostId clerk = organization.openPost(agency, 2, unit, PostKind.CLERK, "Văn thư", BEGINNING, US);
        PostId head = organization.openPost(agency, 3, null, PostKind.HEAD, "Trưởng", BEGINNING, US);
        LocalDate day = LocalDate.of(2024, 5, 6);
        PostId later = organization.openPost(agency, 4, null, PostKind.DEPUTY_HEAD, "Phó", day, US);
        OfficerId officer = organization.enter("Nguyễn  Thị Lan", clerk, day, US);
        assertThat(directory.officer(officer).orElseThrow().name()).isEqualTo("Nguyễn Thị Lan");

        UUID second = organization.place(officer, 2, head, true, Period.since(day.plusDays(1)), US);
        assertThat(directory.holdings(officer)).extracting(HoldingView::main).containsExactly(true, false);
        refuses(
                OrganizationProblem.POST_ALREADY_HELD,
                () -> organization.place(officer, 3, head, false, Period.since(day.plusDays(40)), US));
        refuses(
                OrganizationProblem.POST_CLOSED,
                () -> organization.place(officer, 3, later, false, Period.since(BEGINNING.plusDays(1)), US));

        organization.leave(second, 3, day.plusDays(30), US);
        assertThat(directory.holdings(officer).getFirst().period().to()).isEqualTo(day.plusDays(30));
        organization.place(officer, 4, head, false, Period.since(day.plusDays(31)), US);
        assertThat(directory.holdings(officer)).hasSize(3);
        assertThat(traces(officer.toString(), "PostTaken")).isEqualTo(3);
    }

    @Test
    @Proves("H5.1")
    void endsAnAgencyOnlyWhenNobodyIsLeftInIt() {
        AgencyId parent = organization.found(committee("UBND trên", code()), US);
        AgencyId child = organization.found(child(parent), US);
        LocalDate last = LocalDate.of(2024, 6, 30);
        refuses(OrganizationProblem.AGENCY_STILL_HAS_CHILDREN, () -> organization.end(parent, 1, last, US));
        PostId post = organization.openPost(child, 1, null, PostKind.HEAD, "Trưởng phòng", BEGINNING, US);
        OfficerId officer = organization.enter("Thạch Sô Phia", post, BEGINNING, US);
        refuses(OrganizationProblem.AGENCY_STILL_HAS_OFFICERS, () -> organization.end(child, 2, last, US));
        organization.leave(directory.holdings(officer).getFirst().id(), 2, last, US);
        organization.end(child, 2, last, US);
        organization.end(parent, 1, last, US);
        assertThat(directory.agency(child, last)).isPresent();
        assertThat(directory.agency(child, last.plusDays(1))).isEmpty();
        assertThat(directory.posts(child, last.plusDays(1))).isEmpty();
        refuses(
                OrganizationProblem.AGENCY_ENDED,
                () -> organization.openPost(child, 3, null, PostKind.CLERK, "Văn thư", last.plusDays(1), US));
    }

    @Test
    @Proves("H5.1")
    void refusesWhoReachesOtherAgenciesOnly() {
        AgencyId agency = organization.found(committee("UBND của người khác", code()), US);
        Actor nobody = new Actor.Officer(
                new AccountId(UUID.randomUUID()),
                new OfficerId(UUID.randomUUID()),
                new PostId(UUID.randomUUID()),
                new AgencyId(UUID.randomUUID()),
                null);
        refuses(OrganizationProblem.OUTSIDE_YOUR_AGENCIES, () -> organization.found(child(agency), nobody));
        refuses(
                OrganizationProblem.OUTSIDE_YOUR_AGENCIES,
                () -> organization.found(committee("UBND mới", code()), nobody));
        refuses(
                OrganizationProblem.OUTSIDE_YOUR_AGENCIES,
                () -> organization.rename(agency, 1, "Tên khác", BEGINNING, nobody));
        refuses(
                OrganizationProblem.OUTSIDE_YOUR_AGENCIES,
                () -> organization.rename(agency, 1, "Tên khác", BEGINNING, new Actor.Neighbour("H01")));
    }

    private static NewAgency committee(String name, String code) {
        return new NewAgency(name, null, AgencyLevel.PROVINCE, "UBND tỉnh", null, "province", code, null, BEGINNING);
    }

    private static NewAgency child(AgencyId parent) {
        return new NewAgency(
                "Phòng Tư pháp", null, AgencyLevel.DIVISION, "phòng", parent, "province", null, null, BEGINNING);
    }

    private static String code() {
        return "T"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    private long traces(String thing, String event) {
        return jdbc.sql("select count(*) from audit.entry where thing_id = :thing and event like '%' || :event")
                .param("thing", thing)
                .param("event", event)
                .query(Long.class)
                .single();
    }

    static void refuses(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
