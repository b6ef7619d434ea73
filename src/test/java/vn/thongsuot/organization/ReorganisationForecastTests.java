package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;
import vn.thongsuot.organization.ReorganisationContent.ByHand;
import vn.thongsuot.organization.ReorganisationContent.Rule;
import vn.thongsuot.organization.ReorganisationContent.Seat;
import vn.thongsuot.organization.ReorganisationObstacle.Reason;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// What a plan of reorganisation would do, worked out without a database.
@Proves("H5.3")
class ReorganisationForecastTests {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    /// A district with two communes and a division.
    private SmallProvince before = new SmallProvince();

    @BeforeEach
    void aDistrict() {
        before = new SmallProvince()
                .with("province", AgencyLevel.PROVINCE, null, "84")
                .with("district", AgencyLevel.DISTRICT, "province", "845")
                .with("division", AgencyLevel.DIVISION, "district")
                .with("Cầu Kè", AgencyLevel.COMMUNE, "district", "29308")
                .with("Hòa Ân", AgencyLevel.COMMUNE, "district", "29311")
                .unit("Cầu Kè", "Văn phòng")
                .unit("Hòa Ân", "Văn phòng")
                .unit("Hòa Ân", "Một cửa")
                .post("Cầu Kè", null, PostKind.CHAIRMAN, "Chủ tịch", "An")
                .post("Cầu Kè", "Văn phòng", PostKind.CLERK, "Văn thư", "Bình")
                .post("Hòa Ân", null, PostKind.CHAIRMAN, "Chủ tịch", "Chi")
                .post("Hòa Ân", "Văn phòng", PostKind.CLERK, "Văn thư", "Dung")
                .post("Hòa Ân", "Một cửa", PostKind.ONE_STOP_OFFICER, "Công chức một cửa", "Em", "Giang")
                .post("Hòa Ân", "Văn phòng", PostKind.ACCOUNTANT, "Kế toán")
                .post("division", null, PostKind.HEAD, "Trưởng phòng", "Hà");
    }

    @Test
    void bringsEverybodyOfAMergerToThePostOfTheSameKind() {
        ReorganisationImpact impact = forecast(merger());
        assertThat(impact.obstacles()).isEmpty();
        assertThat(impact.endings())
                .extracting(ending -> ending.agency().name())
                .containsExactly("Cầu Kè", "Hòa Ân");
        assertThat(impact.counts()).isEqualTo(new ReorganisationImpact.Counts(2, 1, 0, 0, 4, 6, 1));
        assertThat(seats(impact))
                .contains(
                        "Bình → Văn phòng/CLERK Văn thư",
                        "Dung → Văn phòng/CLERK Văn thư",
                        "Em → Một cửa/ONE_STOP_OFFICER Công chức một cửa");
        assertThat(impact.units()).extracting(unit -> unit.name()).containsExactlyInAnyOrder("Văn phòng", "Một cửa");
        assertThat(impact.vacant()).as("the accountant's post, held by nobody").isEqualTo(1);
        assertThat(impact.endings().getFirst().heirs())
                .singleElement()
                .matches(ReorganisationImpact.Heir::opensBooks)
                .matches(ReorganisationImpact.Heir::confirmed);
    }

    @Test
    void leavesTheChairToWhoseCodeGoesOn() {
        assertThat(seats(forecast(merger())))
                .as("29308 is Cầu Kè's")
                .contains("An → CHAIRMAN Chủ tịch", "Chi → VICE_CHAIRMAN Phó Chủ tịch");
        List<ReorganisationStep> other = new ArrayList<>();
        other.add(found("Xã mới", "province", "29311"));
        other.add(merge("Cầu Kè", "Xã mới"));
        other.add(merge("Hòa Ân", "Xã mới"));
        assertThat(seats(forecast(other))).contains("Chi → CHAIRMAN Chủ tịch", "An → VICE_CHAIRMAN Phó Chủ tịch");
    }

    @Test
    void letsAPersonDecideOtherwise() {
        Seat chair = new Seat(id("Xã mới"), null, PostKind.CHAIRMAN, "Chủ tịch");
        ReorganisationContent decided =
                new ReorganisationContent(merger(), List.of(), List.of(new ByHand(holding("Chi", "Hòa Ân"), chair)));
        assertThat(seats(forecast(decided))).contains("Chi → CHAIRMAN Chủ tịch", "An → VICE_CHAIRMAN Phó Chủ tịch");

        ReorganisationContent twice = new ReorganisationContent(
                merger(),
                List.of(),
                List.of(new ByHand(holding("Chi", "Hòa Ân"), chair), new ByHand(holding("An", "Cầu Kè"), chair)));
        assertThat(reasons(forecast(twice))).containsExactly(Reason.SEAT_TAKEN);
    }

    @Test
    void tellsWhoHasNowhereToGo() {
        List<ReorganisationStep> steps = merger();
        steps.add(new ReorganisationStep.Dissolve(UUID.randomUUID(), id("division"), null));
        ReorganisationImpact impact = forecast(steps);
        assertThat(impact.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.reason()).isEqualTo(Reason.NOWHERE_TO_GO);
            assertThat(obstacle.holding()).isNotNull();
        });

        Rule toCommune = new Rule(id("division"), id("Xã mới"), "Phòng Kinh tế");
        ReorganisationImpact placed = forecast(new ReorganisationContent(steps, List.of(toCommune), List.of()));
        assertThat(placed.obstacles()).isEmpty();
        assertThat(seats(placed)).contains("Hà → Phòng Kinh tế/HEAD Trưởng phòng");

        Rule toProvince = new Rule(id("division"), id("province"), null);
        assertThat(reasons(forecast(new ReorganisationContent(steps, List.of(toProvince), List.of()))))
                .as("the province has no such post")
                .containsExactly(Reason.NO_SUCH_POST);
    }

    @Test
    void endsADistrictOnlyWhenWhatStandsUnderItHasAPlace() {
        List<ReorganisationStep> steps = merger();
        steps.add(split("district", "Xã mới"));
        assertThat(reasons(forecast(steps))).containsExactly(Reason.CHILD_LEFT);
        steps.add(new ReorganisationStep.Move(UUID.randomUUID(), id("division"), id("province")));
        ReorganisationImpact impact = forecast(steps);
        assertThat(impact.obstacles()).isEmpty();
        assertThat(impact.turns()).singleElement().matches(ReorganisationImpact.Turn::moves);
    }

    @Test
    void mayReuseACodeThatEndsAndNoOther() {
        ReorganisationImpact impact = forecast(merger());
        assertThat(impact.codes())
                .containsExactly(new ReorganisationImpact.ReusedCode("29308", id("Cầu Kè"), id("Xã mới")));
        List<ReorganisationStep> steps = merger();
        steps.add(found("Xã khác", "province", "845"));
        steps.add(found("Xã trùng", "province", "29308"));
        assertThat(reasons(forecast(steps))).containsExactly(Reason.CODE_TAKEN, Reason.CODE_TAKEN);
    }

    @Test
    void findsWhatContradictsItself() {
        List<ReorganisationStep> steps = merger();
        steps.add(new ReorganisationStep.Dissolve(UUID.randomUUID(), id("Cầu Kè"), null));
        steps.add(new ReorganisationStep.Rename(UUID.randomUUID(), id("Hòa Ân"), "Hòa Ân mới", null));
        assertThat(reasons(forecast(steps))).containsExactly(Reason.CONTRADICTION, Reason.CONTRADICTION);

        assertThat(reasons(forecast(
                        List.of(new ReorganisationStep.Move(UUID.randomUUID(), id("district"), id("division"))))))
                .contains(Reason.CIRCLE);
        assertThat(reasons(forecast(List.of(merge("Cầu Kè", null), merge("Hòa Ân", "Cầu Kè")))))
                .contains(Reason.SUCCESSOR_NOT_CHOSEN, Reason.SUCCESSOR_NOT_THERE);
        assertThat(reasons(forecast(
                        List.of(new ReorganisationStep.Rename(UUID.randomUUID(), id("nowhere"), "Không có", null)))))
                .containsExactly(Reason.AGENCY_NOT_THERE);
        assertThat(reasons(forecast(List.of(found("Xã mới", "nowhere", null)))))
                .containsExactly(Reason.PARENT_NOT_THERE);
    }

    /// Somebody with a post in each of two agencies that become one holds the new post once.
    @Test
    void doesNotSeatAnybodyTwice() {
        before.post("Cầu Kè", "Văn phòng", PostKind.SPECIALIST, "Công chức", "Khoa")
                .post("Hòa Ân", "Văn phòng", PostKind.SPECIALIST, "Công chức", "Khoa");
        ReorganisationImpact impact = forecast(merger());
        assertThat(impact.placements().stream()
                        .filter(placement -> placement.from().title().equals("Công chức"))
                        .map(ReorganisationImpact.Placement::folded))
                .containsExactlyInAnyOrder(true, false);
        assertThat(impact.obstacles()).isEmpty();
    }

    /// Somebody who holds the successor's post for some days only goes on in it for the rest.
    @Test
    void seatsSomebodyForTheDaysOnWhichTheyDoNotHoldThePostAnyhow() {
        before.post("Hòa Ân", "Văn phòng", PostKind.SPECIALIST, "Công chức")
                .post("Cầu Kè", "Văn phòng", PostKind.SPECIALIST, "Công chức", "Khoa")
                .holding("Khoa", "Hòa Ân", "Công chức", new Period(DAY.minusDays(30), DAY.plusDays(9)))
                .holding("Khoa", "Hòa Ân", "Công chức", new Period(DAY.plusDays(20), DAY.plusDays(29)));
        ReorganisationImpact impact = forecast(List.of(merge("Cầu Kè", "Hòa Ân")));
        Reorganisation plan = new Reorganisation(
                new ReorganisationId(UUID.randomUUID()),
                2,
                ReorganisationStatus.APPROVED,
                "Nhập xã",
                null,
                DAY,
                id("district"));
        ReorganisationDeeds deeds = ReorganisationDeeds.of(
                plan, impact, before.snapshot(), new Actor.Job("test"), Instant.parse("2025-07-01T00:00:00Z"));
        assertThat(deeds.holdings)
                .filteredOn(holding -> holding.post().equals(SmallProvince.post("Hòa Ân", "Công chức")))
                .extracting(ReorganisationDeeds.Holding::period)
                .containsExactly(new Period(DAY.plusDays(10), DAY.plusDays(19)), new Period(DAY.plusDays(30), null));
    }

    @Test
    void forgetsNoChildThatComesUnderItLater() {
        before.with("Xã sau", AgencyLevel.COMMUNE, "district", Period.since(DAY.plusDays(60)));
        List<ReorganisationStep> steps = merger();
        steps.add(merge("district", "province"));
        steps.add(merge("division", "province"));
        assertThat(forecast(steps).obstacles())
                .filteredOn(obstacle -> obstacle.reason() == Reason.CHILD_LEFT)
                .extracting(ReorganisationObstacle::agency)
                .containsExactly(id("Xã sau"));
    }

    @Test
    void foundsNothingUnderItself() {
        assertThat(reasons(forecast(List.of(found("Xã vòng", "Xã vòng", null)))))
                .contains(Reason.CIRCLE);
        assertThat(reasons(forecast(List.of(found("Xã trước", "Xã sau", null), found("Xã sau", "Xã trước", null)))))
                .containsExactly(Reason.CIRCLE, Reason.CIRCLE);
    }

    /// A ward that joins another which goes on as it is: nobody there loses a chair.
    @Test
    void addsToAnAgencyThatGoesOn() {
        before.post("Hòa Ân", null, PostKind.VICE_CHAIRMAN, "Phó Chủ tịch", "Lan");
        ReorganisationImpact impact = forecast(List.of(merge("Cầu Kè", "Hòa Ân")));
        assertThat(seats(impact))
                .containsExactlyInAnyOrder("An → VICE_CHAIRMAN Phó Chủ tịch", "Bình → Văn phòng/CLERK Văn thư");
        assertThat(impact.seats()).as("all posts are there").isEmpty();
        assertThat(impact.endings().getFirst().heirs().getFirst().opensBooks()).isFalse();
    }

    private List<ReorganisationStep> merger() {
        return new ArrayList<>(
                List.of(found("Xã mới", "province", "29308"), merge("Cầu Kè", "Xã mới"), merge("Hòa Ân", "Xã mới")));
    }

    private static ReorganisationStep found(String name, String parent, @Nullable String code) {
        return new ReorganisationStep.Found(
                UUID.randomUUID(), id(name), name, null, AgencyLevel.COMMUNE, "UBND xã", id(parent), null, code);
    }

    private static ReorganisationStep merge(String agency, @Nullable String successor) {
        return new ReorganisationStep.Merge(
                UUID.randomUUID(), id(agency), successor == null ? null : id(successor), true, null);
    }

    private static ReorganisationStep split(String agency, String successor) {
        return new ReorganisationStep.Split(UUID.randomUUID(), id(agency), id(successor), false, null);
    }

    private ReorganisationImpact forecast(List<ReorganisationStep> steps) {
        return forecast(new ReorganisationContent(steps, List.of(), List.of()));
    }

    private ReorganisationImpact forecast(ReorganisationContent content) {
        return ReorganisationForecast.of(content, DAY, before.snapshot());
    }

    private static List<Reason> reasons(ReorganisationImpact impact) {
        return impact.obstacles().stream().map(ReorganisationObstacle::reason).toList();
    }

    private List<String> seats(ReorganisationImpact impact) {
        Snapshot snapshot = before.snapshot();
        return impact.placements().stream()
                .map(placement -> {
                    OfficerView officer =
                            snapshot.officers.get(placement.holding().officer());
                    Seat seat = placement.to();
                    String unit = seat.unit() == null ? "" : seat.unit() + "/";
                    return (officer == null ? "?" : officer.name()) + " → " + unit + seat.kind() + " " + seat.title();
                })
                .toList();
    }

    private static AgencyId id(String key) {
        return SmallProvince.agency(key);
    }

    private static UUID holding(String person, String agency) {
        return SmallProvince.id(person + "@" + agency);
    }
}
