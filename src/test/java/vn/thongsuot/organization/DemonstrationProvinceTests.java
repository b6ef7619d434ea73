package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;

/// The demonstration province on paper, before it is written.
@Proves("H5.6")
class DemonstrationProvinceTests {

    private final DemonstrationProvince province = new DemonstrationProvince();

    @Test
    void hasExactly577AgenciesAnd9253Officers() {
        assertThat(province.agencies).hasSize(577);
        assertThat(province.officers).hasSize(9_253);
        assertThat(province.officers.stream()
                        .map(DemonstrationProvince.Officer::id)
                        .distinct())
                .hasSize(9_253);
    }

    @Test
    void hasTheRealUnitsOfNovember2024() {
        assertThat(count(AgencyLevel.PROVINCE)).isEqualTo(1);
        assertThat(count(AgencyLevel.DEPARTMENT)).isEqualTo(19);
        assertThat(count(AgencyLevel.DISTRICT)).isEqualTo(9);
        assertThat(count(AgencyLevel.COMMUNE)).isEqualTo(106);
        assertThat(unitCodes())
                .contains("84", "842", "851", "29236", "29245", "29251", "29311")
                .hasSize(1 + 9 + 106);
    }

    @Test
    void isTheSameEveryTime() {
        DemonstrationProvince again = new DemonstrationProvince();
        assertThat(again.agencies).isEqualTo(province.agencies);
        assertThat(again.officers).isEqualTo(province.officers);
        assertThat(again.holdings).isEqualTo(province.holdings);
    }

    @Test
    void givesEveryAgencyItsOwnIdentifiersOfTheRightForm() {
        Set<String> identifiers = new HashSet<>();
        for (Planned agency : province.agencies) {
            assertThat(AgencyCode.Scheme.IDENTIFIER.fits(agency.identifier()))
                    .as(agency.identifier())
                    .isTrue();
            assertThat(AgencyCode.Scheme.OLD_IDENTIFIER.fits(agency.oldIdentifier()))
                    .as(agency.oldIdentifier())
                    .isTrue();
            assertThat(identifiers.add(agency.identifier()))
                    .as(agency.identifier())
                    .isTrue();
            assertThat(identifiers.add(agency.oldIdentifier()))
                    .as(agency.oldIdentifier())
                    .isTrue();
        }
        assertThat(identifiers).contains("H59", "000.00.00.H59", "H59.01", "000.00.01.H59");
    }

    @Test
    void leavesNoAgencyWithoutAHead() {
        Set<java.util.UUID> led = province.posts.stream()
                .filter(post -> post.kind() == PostKind.CHAIRMAN || post.kind() == PostKind.HEAD)
                .map(DemonstrationProvince.Post::agency)
                .collect(Collectors.toSet());
        assertThat(led).hasSize(577);
    }

    @Test
    void seatsEveryNamedOfficer() {
        List<java.util.UUID> ids = province.officers.stream()
                .map(DemonstrationProvince.Officer::id)
                .toList();
        for (DemonstrationOfficer officer : DemonstrationOfficer.values()) {
            assertThat(ids).contains(officer.id().value());
        }
    }

    private long count(AgencyLevel level) {
        return province.agencies.stream()
                .filter(agency -> agency.level() == level)
                .count();
    }

    private List<String> unitCodes() {
        return province.agencies.stream()
                .map(Planned::unitCode)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
