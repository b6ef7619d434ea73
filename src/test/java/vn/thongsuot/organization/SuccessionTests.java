package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;

/// Who answers for the affairs of an agency that is no more.
@Proves("H5.3")
class SuccessionTests {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = REFORM.minusDays(1);

    private final Snapshot snapshot = new SmallProvince()
            .with("old province", AgencyLevel.PROVINCE, null)
            .with("district", AgencyLevel.DISTRICT, "old province")
            .with("division", AgencyLevel.DIVISION, "district")
            .with("ward 2", AgencyLevel.COMMUNE, "district")
            .with("ward 3", AgencyLevel.COMMUNE, "district")
            .with("new province", AgencyLevel.PROVINCE, null)
            .with("new ward", AgencyLevel.COMMUNE, "new province")
            .with("other ward", AgencyLevel.COMMUNE, "new province")
            .succession("ward 2", "ward 3", LocalDate.of(2025, 1, 1))
            .succession("ward 3", "new ward", REFORM)
            .succession("district", "new ward", REFORM)
            .succession("district", "other ward", REFORM)
            .succession("old province", "new province", REFORM)
            .succession("division", null, REFORM)
            .snapshot();

    @Test
    void isTheSuccessorFromTheDayOnAndNotBefore() {
        assertThat(answers("ward 3", "ward 2", LocalDate.of(2024, 12, 31))).isFalse();
        assertThat(answers("ward 3", "ward 2", LocalDate.of(2025, 1, 1))).isTrue();
        assertThat(answers("new ward", "ward 3", BEFORE)).isFalse();
        assertThat(answers("new ward", "ward 3", REFORM)).isTrue();
    }

    @Test
    void reachesOverSeveralReforms() {
        assertThat(answers("new ward", "ward 2", REFORM)).isTrue();
        assertThat(answers("new province", "ward 2", REFORM)).isTrue();
        assertThat(answers("new province", "ward 2", BEFORE)).isFalse();
    }

    @Test
    void isEverySuccessorOfASplitAgencyAndOfWhatStoodUnderIt() {
        assertThat(answers("new ward", "division", REFORM)).isTrue();
        assertThat(answers("other ward", "division", REFORM)).isTrue();
    }

    /// Both wards go on for the district; neither thereby sees what was the other's.
    @Test
    void isNotANeighbourThroughTheDistrictThatIsNoMore() {
        assertThat(answers("other ward", "ward 3", REFORM)).isFalse();
        assertThat(answers("other ward", "ward 2", REFORM)).isFalse();
        assertThat(answers("district", "ward 3", BEFORE)).isTrue();
        assertThat(answers("district", "ward 3", REFORM)).isFalse();
    }

    @Test
    void neverRunsBackwards() {
        assertThat(answers("ward 3", "new ward", REFORM)).isFalse();
        assertThat(answers("ward 2", "ward 3", REFORM)).isFalse();
        assertThat(answers("new ward", "other ward", REFORM)).isFalse();
        assertThat(answers("new ward", "new province", REFORM)).isFalse();
    }

    private boolean answers(String outer, String inner, LocalDate day) {
        return snapshot.answers(SmallProvince.agency(outer), SmallProvince.agency(inner), day);
    }
}
