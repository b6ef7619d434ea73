package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thongsuot.organization.OrganizationTests.refuses;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.organization.ReorganisationContent.Rule;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;

/// Plans of reorganisation against a real database: drafted, refused, approved, applied as one act.
@SpringBootTest
@Proves("H5.3")
class ReorganisationsTests {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final Actor US = new Actor.Job("test");

    @Autowired
    Organization organization;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    ReorganisationPlans plans;

    @Autowired
    ReorganisationDay day;

    @Autowired
    RefusedPlans card;

    @Autowired
    Directory directory;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    /// A province with two communes; the first has a chairman and a clerk, the second a chairman.
    private record Commune(AgencyId province, AgencyId first, AgencyId second, OfficerId clerk, OfficerId chairman) {}

    private Commune communes() {
        AgencyId province = organization.found(agency("UBND tỉnh", AgencyLevel.PROVINCE, null, null), US);
        AgencyId first = organization.found(agency("UBND xã Một", AgencyLevel.COMMUNE, province, null), US);
        AgencyId second = organization.found(agency("UBND xã Hai", AgencyLevel.COMMUNE, province, null), US);
        UUID office = organization.openUnit(first, 1, "Văn phòng", BEGINNING, US);
        PostId clerk = organization.openPost(first, 2, office, PostKind.CLERK, "Văn thư", BEGINNING, US);
        PostId chair = organization.openPost(first, 3, null, PostKind.CHAIRMAN, "Chủ tịch", BEGINNING, US);
        PostId other = organization.openPost(second, 1, null, PostKind.CHAIRMAN, "Chủ tịch", BEGINNING, US);
        organization.enter("Lê Thị Một", chair, BEGINNING, US);
        return new Commune(
                province,
                first,
                second,
                organization.enter("Trần Văn Thư", clerk, BEGINNING, US),
                organization.enter("Thạch Thị Hai", other, BEGINNING, US));
    }

    @Test
    void appliesAMergerAsOneActWithATraceOfEverythingThatChanged() {
        Commune communes = communes();
        LocalDate today = clock.today();
        ReorganisationId plan = reorganisations.draft("Hợp nhất hai xã", null, today, US);
        AgencyId merged = new AgencyId(UUID.randomUUID());
        reorganisations.set(plan, 1, merger(communes, merged), US);
        reorganisations.approve(plan, 2, US);

        assertThat(plans.plan(plan, US).status()).isEqualTo(ReorganisationStatus.APPLIED);
        assertThat(plans.plan(plan, US).done()).isEqualTo(new ReorganisationImpact.Counts(2, 1, 0, 0, 3, 3, 1));
        assertThat(directory.agency(communes.first(), today)).isEmpty();
        assertThat(directory.agency(communes.first(), today.minusDays(1))).isPresent();
        assertThat(directory.agency(merged, today.minusDays(1))).isEmpty();
        assertThat(directory.members(merged, today).stream()
                        .map(member ->
                                member.officer().name() + ", " + member.post().title()))
                .containsExactly("Lê Thị Một, Chủ tịch", "Thạch Thị Hai, Phó Chủ tịch", "Trần Văn Thư, Văn thư");
        assertThat(directory.units(merged, today)).extracting(UnitView::name).containsExactly("Văn phòng");
        assertThat(directory.holdings(communes.clerk()))
                .extracting(
                        HoldingView::main,
                        holding -> holding.period().from(),
                        holding -> holding.period().to())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, today, null),
                        org.assertj.core.groups.Tuple.tuple(false, BEGINNING, today.minusDays(1)));
        assertThat(directory.holdsNow(
                        communes.clerk(),
                        directory.members(merged, today).getLast().post().id()))
                .isTrue();
        assertThat(directory.answersFor(merged, communes.first())).isTrue();
        assertThat(directory.answersFor(communes.first(), communes.second())).isFalse();
        assertThat(directory.predecessors(merged))
                .extracting(Succession::predecessor)
                .contains(communes.second());

        assertThat(events(communes.first().value())).endsWith("organization.AgencySucceeded 5");
        assertThat(events(merged.value()))
                .containsExactly("organization.AgencyFounded 1", "organization.AgencyStaffed 2");
        assertThat(events(communes.clerk().value()))
                .containsExactly(
                        "organization.OfficerEntered 1", "organization.PostTaken 2", "organization.OfficerMoved 3");
        assertThat(events(plan.value()))
                .containsExactly(
                        "organization.Drafted 1",
                        "organization.StepsSet 2",
                        "organization.Approved 3",
                        "organization.Applied 4");
        assertThat(body(communes.first().value(), "organization.AgencySucceeded"))
                .contains("\"opensBooks\":true", "\"agency\":\"" + merged + "\"", "\"on\":\"" + today + "\"");
        assertThat(plans.moved(plan, true, null, 10).items())
                .singleElement()
                .matches(moved -> moved.officer().equals(communes.chairman()));

        // The versions in the rows and in the log agree: the next change by hand goes on without a gap.
        organization.rename(merged, directory.agency(merged).orElseThrow().version(), "UBND xã Chung", today, US);
        organization.openPost(
                merged,
                directory.agency(merged).orElseThrow().version(),
                null,
                PostKind.ACCOUNTANT,
                "Kế toán",
                today,
                US);
    }

    @Test
    void isRefusedWholeWhileSomebodyHasNoPlace() {
        Commune communes = communes();
        LocalDate today = clock.today();
        ReorganisationId plan = reorganisations.draft("Giải thể xã Một", null, today, US);
        reorganisations.set(
                plan, 1, List.of(new ReorganisationStep.Dissolve(UUID.randomUUID(), communes.first(), "thử")), US);
        assertThat(plans.impact(plans.plan(plan, US)).obstacles()).hasSize(2);
        refuses(OrganizationProblem.PLAN_INCOMPLETE, () -> reorganisations.approve(plan, 2, US));
        assertThat(plans.plan(plan, US).status()).isEqualTo(ReorganisationStatus.DRAFT);
        assertThat(directory.agency(communes.first(), today)).isPresent();
        assertThat(events(plan.value())).hasSize(2);

        reorganisations.place(
                plan, 2, List.of(new Rule(communes.first(), communes.second(), "Bộ phận tiếp quản")), List.of(), US);
        reorganisations.approve(plan, 3, US);
        assertThat(directory.members(communes.second(), today)).hasSize(3);
        assertThat(directory.successors(communes.first()))
                .singleElement()
                .matches(succession -> succession.successor() == null);
        assertThat(directory.answersFor(communes.province(), communes.first()))
                .as("dissolved without a successor: its parent's affair")
                .isTrue();
        assertThat(directory.answersFor(communes.second(), communes.first())).isFalse();
        refuses(OrganizationProblem.PLAN_CLOSED, () -> reorganisations.reopen(plan, 5, US));
    }

    @Test
    void waitsApprovedForItsDayAndMayBeTakenBack() {
        Commune communes = communes();
        ReorganisationId plan = reorganisations.draft(
                "Hợp nhất năm sau", "Nghị quyết thử", clock.today().plusDays(30), US);
        AgencyId merged = new AgencyId(UUID.randomUUID());
        reorganisations.set(plan, 2, merger(communes, merged), US);
        reorganisations.approve(plan, 3, US);
        day.run();
        assertThat(plans.plan(plan, US).status()).as("never ahead of its day").isEqualTo(ReorganisationStatus.APPROVED);
        assertThat(directory.agency(merged)).isEmpty();
        refuses(OrganizationProblem.PLAN_CLOSED, () -> reorganisations.set(plan, 4, merger(communes, merged), US));

        reorganisations.reopen(plan, 4, US);
        refuses(SharedProblem.CHANGED_MEANWHILE, () -> reorganisations.withdraw(plan, 4, US));
        reorganisations.withdraw(plan, 5, US);
        assertThat(plans.plan(plan, US).status()).isEqualTo(ReorganisationStatus.WITHDRAWN);
        refuses(OrganizationProblem.PLAN_CLOSED, () -> reorganisations.approve(plan, 6, US));
    }

    /// Approved ahead; on its day somebody has come whom it does not place.
    @Test
    void goesBackToItsAdministratorsWhenItCannotBeAppliedOnItsDay() {
        Commune communes = communes();
        ReorganisationId plan =
                reorganisations.draft("Hợp nhất ngày mai", null, clock.today().plusDays(1), US);
        AgencyId merged = new AgencyId(UUID.randomUUID());
        reorganisations.set(plan, 1, merger(communes, merged), US);
        reorganisations.approve(plan, 2, US);
        organization.found(agency("Trạm Y tế xã Một", AgencyLevel.SUBORDINATE, communes.first(), null), US);
        comesToday(plan);
        day.run();

        ReorganisationView refused = plans.plan(plan, US);
        assertThat(refused.status()).isEqualTo(ReorganisationStatus.DRAFT);
        assertThat(refused.refused()).isEqualTo(1);
        assertThat(card.of(US))
                .hasValueSatisfying(view -> assertThat(view.number()).isEqualTo(1));
        assertThat(directory.agency(communes.first(), clock.today())).isPresent();
        assertThat(events(plan.value())).endsWith("organization.Refused 4");

        reorganisations.set(
                plan,
                4,
                List.of(new ReorganisationStep.Move(UUID.randomUUID(), station(communes.first()), communes.province())),
                US);
        assertThat(plans.plan(plan, US).refused()).isNull();
        assertThat(card.of(US)).as("changed since").isEmpty();
        reorganisations.approve(plan, 5, US);
        assertThat(directory.agency(merged, clock.today())).isPresent();
        assertThat(directory
                        .agency(station(communes.province()), clock.today().minusDays(1))
                        .orElseThrow()
                        .parent())
                .isEqualTo(communes.first());
    }

    @Test
    void isAppliedByTheJobWhenItsDayHasCome() {
        Commune communes = communes();
        ReorganisationId plan =
                reorganisations.draft("Hợp nhất đúng ngày", null, clock.today().plusDays(1), US);
        AgencyId merged = new AgencyId(UUID.randomUUID());
        reorganisations.set(plan, 1, merger(communes, merged), US);
        reorganisations.approve(plan, 2, US);
        comesToday(plan);
        day.run();
        day.run();
        assertThat(plans.plan(plan, US).status()).isEqualTo(ReorganisationStatus.APPLIED);
        assertThat(directory.members(merged, clock.today())).hasSize(3);
    }

    @Test
    void renamesAndMovesOnOneDay() {
        Commune communes = communes();
        LocalDate today = clock.today();
        AgencyId above = organization.found(agency("UBND tỉnh khác", AgencyLevel.PROVINCE, null, null), US);
        ReorganisationId plan = reorganisations.draft("Đổi tên và chuyển", null, today, US);
        reorganisations.set(
                plan,
                1,
                List.of(
                        new ReorganisationStep.Rename(UUID.randomUUID(), communes.first(), "UBND phường Một", null),
                        new ReorganisationStep.Move(UUID.randomUUID(), communes.first(), above)),
                US);
        reorganisations.approve(plan, 2, US);
        AgencyView now = directory.agency(communes.first(), today).orElseThrow();
        assertThat(now.name()).isEqualTo("UBND phường Một");
        assertThat(now.parent()).isEqualTo(above);
        AgencyView before =
                directory.agency(communes.first(), today.minusDays(1)).orElseThrow();
        assertThat(before.name()).isEqualTo("UBND xã Một");
        assertThat(before.parent()).isEqualTo(communes.province());
        assertThat(events(communes.first().value()))
                .endsWith("organization.AgencyRenamed 5", "organization.AgencyMoved 6");
    }

    @Test
    void isNobodysWhoDoesNotReachItsAgencies() {
        Commune communes = communes();
        ReorganisationId plan = reorganisations.draft("Của tỉnh", null, clock.today(), US);
        Actor stranger = new Actor.Officer(
                new AccountId(UUID.randomUUID()),
                communes.clerk(),
                new PostId(UUID.randomUUID()),
                communes.first(),
                null);
        refuses(OrganizationProblem.OUTSIDE_YOUR_AGENCIES, () -> plans.plan(plan, stranger));
        refuses(OrganizationProblem.OUTSIDE_YOUR_AGENCIES, () -> reorganisations.approve(plan, 1, stranger));
        refuses(
                OrganizationProblem.OUTSIDE_YOUR_AGENCIES,
                () -> reorganisations.draft("Không được", null, clock.today(), stranger));
        assertThat(plans.list(stranger, null, 50).items()).isEmpty();
        assertThat(card.of(stranger)).isEmpty();
        refuses(
                OrganizationProblem.OUTSIDE_YOUR_AGENCIES,
                () -> reorganisations.set(
                        plan,
                        1,
                        List.of(new ReorganisationStep.Dissolve(UUID.randomUUID(), communes.second(), null)),
                        stranger));
        refuses(
                OrganizationProblem.AGENCY_ABSENT,
                () -> reorganisations.place(
                        plan,
                        1,
                        List.of(new Rule(communes.first(), new AgencyId(UUID.randomUUID()), null)),
                        List.of(),
                        US));
        assertThat(plans.list(US, null, 50).items())
                .extracting(ReorganisationView::id)
                .contains(plan);
    }

    private AgencyId station(AgencyId parent) {
        return directory.children(parent, clock.today()).stream()
                .filter(agency -> agency.name().startsWith("Trạm"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// In production the clock cannot be moved; the plan's day is moved to today instead.
    private void comesToday(ReorganisationId plan) {
        jdbc.sql("update organization.reorganisation set on_date = :today where id = :id")
                .param("today", clock.today())
                .param("id", plan.value())
                .update();
    }

    private static List<ReorganisationStep> merger(Commune communes, AgencyId merged) {
        return List.of(
                new ReorganisationStep.Found(
                        UUID.randomUUID(),
                        merged,
                        "UBND xã Mới",
                        null,
                        AgencyLevel.COMMUNE,
                        "UBND xã",
                        communes.province(),
                        null,
                        null),
                new ReorganisationStep.Merge(UUID.randomUUID(), communes.first(), merged, true, null),
                new ReorganisationStep.Merge(UUID.randomUUID(), communes.second(), merged, true, null));
    }

    private static NewAgency agency(
            String name,
            AgencyLevel level,
            @org.jspecify.annotations.Nullable AgencyId parent,
            @org.jspecify.annotations.Nullable String code) {
        String identifier = code != null
                ? code
                : "R"
                        + UUID.randomUUID()
                                .toString()
                                .replace("-", "")
                                .substring(0, 12)
                                .toUpperCase(Locale.ROOT);
        return new NewAgency(name, null, level, "UBND", parent, "province", identifier, null, BEGINNING);
    }

    private List<String> events(UUID thing) {
        return jdbc.sql("select event, version from audit.entry where thing_id = :thing order by version")
                .param("thing", thing.toString())
                .query((row, _) -> row.getString("event") + " " + row.getLong("version"))
                .list();
    }

    private String body(UUID thing, String event) {
        return jdbc.sql("select body from audit.entry where thing_id = :thing and event = :event")
                .param("thing", thing.toString())
                .param("event", event)
                .query(String.class)
                .single();
    }
}
