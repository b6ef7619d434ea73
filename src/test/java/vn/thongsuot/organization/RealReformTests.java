package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thongsuot.organization.OrganizationTests.refuses;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.organization.ReorganisationContent.Rule;
import vn.thongsuot.organization.ReorganisationObstacle.Reason;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;

/// The reform of 1 July 2025, on the demonstration province: the two plans as drafted, completed by hand, each
/// applied on its day. Real units and codes: the seed's tables; Resolutions 202/2025/QH15, 1687/NQ-UBTVQH15.
@Proves("H5.3")
class RealReformTests {

    private static final Actor US = new Actor.Job("test");
    private static final LocalDate OPENING = LocalDate.of(2024, 11, 22);
    private static final LocalDate EVE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 2);

    @Test
    void changesTheProvinceAsTheLawDid() {
        try (Node node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true")) {
            Directory directory = node.bean(Directory.class);
            int divisions = count(directory, AgencyLevel.DIVISION, OPENING);
            assertThat(directory.agencyCount(OPENING)).isEqualTo(577);
            assertThat(directory.officerCount(OPENING)).isEqualTo(9_253);
            assertThat(count(directory, AgencyLevel.COMMUNE, OPENING)).isEqualTo(106);
            ReorganisationPlans plans = node.bean(ReorganisationPlans.class);
            List<ReorganisationView> drafted = plans.list(US, null, 10).items();
            assertThat(drafted)
                    .extracting(ReorganisationView::on)
                    .containsExactly(DemonstrationReform.REFORM, DemonstrationReform.WARDS);

            wards(node, drafted.getLast().id());
            reform(node, drafted.getFirst().id());

            theUnitsAreThoseOfTheLaw(directory, divisions);
            everybodyHasAPlace(directory);
            codesNameTheNewUnitsFromTheDayOn(directory);
            successorsAnswerForWhatWas(node);
            everyChangeIsTracedWithoutAGap(node, divisions);
            assertThat(plans.plan(drafted.getFirst().id(), US).done())
                    .extracting(ReorganisationImpact.Counts::ended, ReorganisationImpact.Counts::founded)
                    .containsExactly(1 + 9 + 100 + divisions, 1 + 37);
        }
    }

    /// Wards 2 and 6 of the town: approved ahead with a successor entered by hand, applied on the first of January.
    private static void wards(Node node, ReorganisationId plan) {
        Reorganisations reorganisations = node.bean(Reorganisations.class);
        ReorganisationPlans plans = node.bean(ReorganisationPlans.class);
        Directory directory = node.bean(Directory.class);
        assertThat(plans.impact(plans.plan(plan, US)).obstacles())
                .extracting(ReorganisationObstacle::reason)
                .contains(Reason.SUCCESSOR_NOT_CHOSEN);
        refuses(
                OrganizationProblem.PLAN_INCOMPLETE,
                () -> reorganisations.approve(plan, plans.plan(plan, US).version(), US));
        AgencyId wardThree =
                directory.agencyByCode("29242", OPENING).orElseThrow().id();
        List<ReorganisationStep> steps = new ArrayList<>();
        for (ReorganisationStep step : plans.content(plan).steps()) {
            ReorganisationStep.Merge merge = (ReorganisationStep.Merge) step;
            steps.add(new ReorganisationStep.Merge(
                    merge.id(), merge.agency(), wardThree, merge.confirmed(), merge.note()));
        }
        reorganisations.set(plan, plans.plan(plan, US).version(), steps, US);
        assertThat(plans.impact(plans.plan(plan, US)).obstacles()).isEmpty();
        reorganisations.approve(plan, plans.plan(plan, US).version(), US);
        comes(node, LocalDate.of(2024, 12, 31));
        assertThat(count(directory, AgencyLevel.COMMUNE, LocalDate.of(2024, 12, 31)))
                .isEqualTo(106);
        assertThat(plans.plan(plan, US).status()).isEqualTo(ReorganisationStatus.APPROVED);

        comes(node, DemonstrationReform.WARDS);
        assertThat(plans.plan(plan, US).status()).isEqualTo(ReorganisationStatus.APPLIED);
        assertThat(count(directory, AgencyLevel.COMMUNE, DemonstrationReform.WARDS))
                .isEqualTo(104);
        assertThat(directory.agencyByCode("29245", DemonstrationReform.WARDS)).isEmpty();
        assertThat(directory.predecessors(wardThree)).hasSize(2).allMatch(succession -> !succession.confirmed());
        assertThat(directory.officerCount(DemonstrationReform.WARDS)).isEqualTo(9_253);
    }

    /// The reform itself: refused until the leaders of the districts and the schools of the gone wards have a place.
    private static void reform(Node node, ReorganisationId plan) {
        Reorganisations reorganisations = node.bean(Reorganisations.class);
        ReorganisationPlans plans = node.bean(ReorganisationPlans.class);
        Directory directory = node.bean(Directory.class);
        ReorganisationImpact impact = plans.impact(plans.plan(plan, US));
        Map<Reason, Long> open = impact.obstacles().stream()
                .collect(Collectors.groupingBy(ReorganisationObstacle::reason, Collectors.counting()));
        assertThat(open.keySet()).containsExactlyInAnyOrder(Reason.CHILD_LEFT, Reason.NOWHERE_TO_GO);
        assertThat(open).containsEntry(Reason.CHILD_LEFT, 2L);
        assertThat(impact.codes()).as("37 new units re-use codes of old ones").hasSize(37);
        refuses(
                OrganizationProblem.PLAN_INCOMPLETE,
                () -> reorganisations.approve(plan, plans.plan(plan, US).version(), US));

        List<Rule> rules = new ArrayList<>();
        impact.endings().stream()
                .filter(ending -> ending.agency().level() == AgencyLevel.DISTRICT)
                .forEach(ending -> rules.add(
                        new Rule(ending.agency().id(), ending.heirs().getFirst().agency(), null)));
        assertThat(rules).hasSize(9);
        reorganisations.place(plan, plans.plan(plan, US).version(), rules, List.of(), US);
        List<ReorganisationStep> schools = new ArrayList<>();
        impact.obstacles().stream()
                .filter(obstacle -> obstacle.reason() == Reason.CHILD_LEFT)
                .forEach(obstacle -> schools.add(new ReorganisationStep.Move(
                        UUID.randomUUID(),
                        obstacle.agency(),
                        impact.foundings().stream()
                                .filter(found -> "29242".equals(found.unitCode()))
                                .findFirst()
                                .orElseThrow()
                                .agency())));
        reorganisations.set(plan, plans.plan(plan, US).version(), schools, US);
        assertThat(plans.impact(plans.plan(plan, US)).obstacles()).isEmpty();
        reorganisations.approve(plan, plans.plan(plan, US).version(), US);

        comes(node, EVE);
        assertThat(plans.plan(plan, US).status()).isEqualTo(ReorganisationStatus.APPROVED);
        assertThat(directory.agencyByCode("845", EVE)).isPresent();
        comes(node, DemonstrationReform.REFORM);
        assertThat(plans.plan(plan, US).status()).isEqualTo(ReorganisationStatus.APPLIED);
    }

    private static void comes(Node node, LocalDate day) {
        ZonedDateTime morning = day.atTime(0, 5).atZone(BusinessClock.ZONE);
        node.bean(BusinessClock.class).move(morning.toInstant(), 1);
        node.bean(ReorganisationDay.class).run();
    }

    private static void theUnitsAreThoseOfTheLaw(Directory directory, int divisions) {
        assertThat(count(directory, AgencyLevel.DISTRICT, EVE)).isEqualTo(9);
        assertThat(count(directory, AgencyLevel.DISTRICT, AFTER)).isZero();
        assertThat(count(directory, AgencyLevel.DIVISION, AFTER)).isZero();
        assertThat(directory.agencyCount(AFTER)).isEqualTo(577 - 2 - (1 + 9 + 100 + divisions) + 1 + 37);
        Map<String, String> law = new HashMap<>();
        Seed.rows("vinhlong_communes_2025.csv").stream()
                .filter(row -> row.getField("origin_province_guess").equals("Trà Vinh"))
                .forEach(row -> law.put(row.getField("commune_code"), committee(row.getField("full_name"))));
        Map<String, String> ours = directory.withDescendants(DemonstrationReform.NEW_PROVINCE, AFTER).stream()
                .filter(agency -> agency.level() == AgencyLevel.COMMUNE)
                .collect(Collectors.toMap(
                        agency -> agency.code(AgencyCode.Scheme.ADMINISTRATIVE_UNIT, AFTER)
                                .orElseThrow(),
                        AgencyView::name));
        assertThat(ours).hasSize(41).isEqualTo(law);
        assertThat(directory.roots(AFTER)).extracting(AgencyView::id).containsExactly(DemonstrationReform.NEW_PROVINCE);
        AgencyView department = directory.searchAgencies("Sở Nội vụ", AFTER, 1).getFirst();
        assertThat(department.parent()).isEqualTo(DemonstrationReform.NEW_PROVINCE);
        assertThat(directory.agency(department.id(), EVE).orElseThrow().parent())
                .isEqualTo(directory.agencyByCode("84", EVE).orElseThrow().id());
    }

    private static void everybodyHasAPlace(Directory directory) {
        Set<OfficerId> before = ids(directory, EVE);
        assertThat(before).hasSize(9_253);
        assertThat(ids(directory, AFTER)).isEqualTo(before);
        for (OfficerView officer : directory.officers(AFTER)) {
            List<HoldingView> held = directory.holdings(officer.id()).stream()
                    .filter(holding -> holding.period().on(AFTER))
                    .toList();
            assertThat(held)
                    .allSatisfy(holding -> {
                        PostView post = directory.post(holding.post()).orElseThrow();
                        assertThat(post.period().on(AFTER)).isTrue();
                        assertThat(directory.agency(post.agency(), AFTER)).isPresent();
                    })
                    .filteredOn(HoldingView::main)
                    .as("main posts of %s", officer.id())
                    .hasSize(1);
        }
        for (AgencyView agency : directory.withDescendants(DemonstrationReform.NEW_PROVINCE, AFTER)) {
            assertThat(directory.members(agency.id(), AFTER).stream()
                            .filter(member -> member.post().kind() == PostKind.CHAIRMAN))
                    .as("chairmen of %s", agency.name())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static Set<OfficerId> ids(Directory directory, LocalDate day) {
        return directory.officers(day).stream().map(OfficerView::id).collect(Collectors.toSet());
    }

    private static void codesNameTheNewUnitsFromTheDayOn(Directory directory) {
        AgencyView ward = directory.agencyByCode("29242", EVE).orElseThrow();
        AgencyView again = directory.agencyByCode("29242", AFTER).orElseThrow();
        assertThat(ward.name()).isEqualTo("Ủy ban nhân dân phường 3");
        assertThat(again.name()).isEqualTo("Ủy ban nhân dân phường Trà Vinh");
        assertThat(again.id()).isNotEqualTo(ward.id());
        assertThat(directory.agencyByCode("29308", OPENING).orElseThrow().name())
                .isEqualTo("Ủy ban nhân dân thị trấn Cầu Kè");
        assertThat(directory.agencyByCode("29308", AFTER).orElseThrow().name()).isEqualTo("Ủy ban nhân dân xã Cầu Kè");
        assertThat(directory.agencyByCode("29410", EVE).orElseThrow().name()).isEqualTo("Ủy ban nhân dân xã Hòa Minh");
        assertThat(directory.agencyByCode("29410", AFTER).orElseThrow().id())
                .as("one of the four that go on")
                .isEqualTo(directory.agencyByCode("29410", EVE).orElseThrow().id());
        assertThat(directory.agencyByCode("H59", EVE).orElseThrow().name()).isEqualTo("Ủy ban nhân dân tỉnh Trà Vinh");
        assertThat(directory.agencyByCode("H59", AFTER)).isEmpty();
        assertThat(directory.agencyByCode("86", AFTER).orElseThrow().identifier(AFTER))
                .as("the identifier in place of H59 is unknown")
                .isEmpty();
    }

    /// Work is not rewritten: the clerk of the new commune answers for what was the old ones'.
    private static void successorsAnswerForWhatWas(Node node) {
        Directory directory = node.bean(Directory.class);
        AgencyId hoaAn = directory.agencyByCode("29311", EVE).orElseThrow().id();
        AgencyId cauKe = directory.agencyByCode("29308", AFTER).orElseThrow().id();
        AgencyId neighbour =
                directory.agencyByCode("29317", AFTER).orElseThrow().id();
        AgencyId oldNeighbour =
                directory.agencyByCode("29317", EVE).orElseThrow().id();
        AgencyId district = directory.agencyByCode("845", EVE).orElseThrow().id();
        OfficerId clerk = DemonstrationOfficer.COMMUNE_CLERK.id();
        HoldingView holding = directory.holdings(clerk).stream()
                .filter(held -> held.period().on(AFTER))
                .findFirst()
                .orElseThrow();
        assertThat(directory.post(holding.post()).orElseThrow().agency()).isEqualTo(cauKe);
        assertThat(directory.holdsNow(clerk, holding.post())).isTrue();
        Actor acting = new Actor.Officer(new AccountId(UUID.randomUUID()), clerk, holding.post(), cauKe, null);
        Authority authority = node.bean(Authority.class);
        assertThat(Map.of(
                        "what was Hòa Ân's",
                        authority.allows(acting, OrganizationPermission.DIRECTORY_VIEW, hoaAn),
                        "what was the district's",
                        authority.allows(acting, OrganizationPermission.DIRECTORY_VIEW, district),
                        "the neighbour's",
                        authority.allows(acting, OrganizationPermission.DIRECTORY_VIEW, neighbour),
                        "what was a neighbour's",
                        authority.allows(acting, OrganizationPermission.DIRECTORY_VIEW, oldNeighbour)))
                .isEqualTo(Map.of(
                        "what was Hòa Ân's", true,
                        "what was the district's", true,
                        "the neighbour's", false,
                        "what was a neighbour's", false));
        assertThat(directory.answersFor(DemonstrationReform.NEW_PROVINCE, hoaAn))
                .isTrue();
        assertThat(directory.successors(hoaAn)).allMatch(Succession::confirmed);
        assertThat(directory.successors(district)).hasSize(4).noneMatch(Succession::confirmed);
    }

    private static void everyChangeIsTracedWithoutAGap(Node node, int divisions) {
        JdbcClient jdbc = node.bean(JdbcClient.class);
        assertThat(events(jdbc, "AgencySucceeded")).isEqualTo(2 + 1 + 9 + 100);
        assertThat(events(jdbc, "AgencyEnded")).isEqualTo(divisions);
        assertThat(events(jdbc, "AgencyFounded")).isEqualTo(1 + 37);
        assertThat(jdbc.sql("""
                        select count(distinct officer) from organization.reorganisation_move
                        """).query(Long.class).single()).isLessThanOrEqualTo(events(jdbc, "OfficerMoved"));
        assertThat(jdbc.sql("""
                        select t.thing_kind || ' ' || t.thing_id
                          from (select thing_kind, thing_id, min(version) as first, max(version) as last, count(*) as n
                                  from audit.entry
                                 where thing_kind in ('agency', 'officer', 'reorganisation') group by 1, 2) t
                          left join (select id, version from organization.agency union all
                                     select id, version from organization.officer union all
                                     select id, version from organization.reorganisation) o
                            on o.id = t.thing_id::uuid
                         where o.version is distinct from t.last or t.n <> t.last - t.first + 1 or t.first > 2
                        """).query(String.class).list())
                .as("things whose rows and traces disagree")
                .isEmpty();
    }

    private static long events(JdbcClient jdbc, String event) {
        return jdbc.sql("select count(*) from audit.entry where event = :event")
                .param("event", "organization." + event)
                .query(Long.class)
                .single();
    }

    private static int count(Directory directory, AgencyLevel level, LocalDate day) {
        Set<String> ids = new TreeSet<>();
        directory
                .roots(day)
                .forEach(root -> directory.withDescendants(root.id(), day).stream()
                        .filter(agency -> agency.level() == level)
                        .forEach(agency -> ids.add(agency.id().toString())));
        return ids.size();
    }

    private static String committee(String unit) {
        return "Ủy ban nhân dân " + Character.toLowerCase(unit.charAt(0)) + unit.substring(1);
    }
}
