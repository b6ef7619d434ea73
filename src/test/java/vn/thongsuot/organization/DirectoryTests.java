package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.AgencyId;

/// The directory over the demonstration province, in a real database.
@SpringBootTest(properties = "thongsuot.demonstration=true")
class DirectoryTests {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Proves("H5.6")
    void has577AgenciesAnd9253OfficersOn22November2024() {
        assertThat(directory.agencyCount(DAY)).isEqualTo(577);
        assertThat(directory.officerCount(DAY)).isEqualTo(9_253);
    }

    @Test
    @Proves("H5.2")
    void findsPeopleWithoutMarks() {
        assertThat(directory.searchOfficers("tran thi my hanh", DAY, 10))
                .extracting(OfficerView::name)
                .first()
                .isEqualTo("Trần Thị Mỹ Hạnh");
        assertThat(directory.searchAgencies("ubnd xa hoa an", DAY, 10))
                .extracting(AgencyView::shortName)
                .contains("UBND xã Hòa Ân");
        assertThat(directory.searchAgencies("H59.01", DAY, 10))
                .extracting(AgencyView::name)
                .first()
                .isEqualTo("Văn phòng Ủy ban nhân dân tỉnh");
        assertThat(directory.searchAgencies("  ", DAY, 10)).isEmpty();
    }

    @Test
    @Proves("H5.1")
    void knowsAnAgencyByEachOfItsCodes() {
        AgencyId office = directory.agencyByCode("H59.01", DAY).orElseThrow().id();
        assertThat(directory.agencyByCode("000.00.01.H59", DAY).orElseThrow().id())
                .isEqualTo(office);
        assertThat(directory.agencyByCode("29311", DAY).orElseThrow().shortName())
                .isEqualTo("UBND xã Hòa Ân");
        assertThat(directory.agencyByCode("H59.01", LocalDate.of(2000, 1, 1))).isEmpty();
    }

    @Test
    @Proves("H5.1")
    void anOfficerMayHoldSeveralPosts() {
        assertThat(directory.holdings(DemonstrationOfficer.CHIEF_OF_OFFICE.id()))
                .hasSize(2);
        HoldingView main = directory.holdings(DemonstrationOfficer.CLERK.id()).getFirst();
        assertThat(main.main()).isTrue();
        assertThat(directory.post(main.post()).orElseThrow().kind()).isEqualTo(PostKind.CLERK);
        assertThat(directory.holdsNow(DemonstrationOfficer.CLERK.id(), main.post()))
                .isTrue();
        assertThat(directory.holdsNow(DemonstrationOfficer.AUDITOR.id(), main.post()))
                .isFalse();
    }

    @Test
    @Proves("H5.1")
    void knowsWhoStandsUnderWhom() {
        AgencyView commune = directory.agencyByCode("29311", DAY).orElseThrow();
        AgencyView province = directory.agencyByCode("H59", DAY).orElseThrow();
        assertThat(directory.withAncestors(commune.id()))
                .extracting(AgencyView::level)
                .containsExactly(AgencyLevel.COMMUNE, AgencyLevel.DISTRICT, AgencyLevel.PROVINCE);
        assertThat(directory.within(commune.id(), province.id())).isTrue();
        assertThat(directory.within(province.id(), commune.id())).isFalse();
        assertThat(directory.withDescendants(province.id(), DAY)).hasSize(577);
    }

    /// A new unit may re-use an old unit's code, but never while the old one is in force.
    @Test
    @Proves("H5.1")
    void theKeyOfACodeIsTheCodeAndItsFirstDay() {
        UUID other = directory.agencyByCode("H59.02", DAY).orElseThrow().id().value();
        assertThatThrownBy(() -> code(other, "29311", LocalDate.of(2025, 7, 1)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("code_names_one_agency_at_a_time");
        code(other, "99999", LocalDate.of(2020, 1, 1));
        jdbc.sql("update organization.agency_code set valid_to = '2020-12-31' where code = '99999'")
                .update();
        code(other, "99999", LocalDate.of(2021, 1, 1));
        assertThat(jdbc.sql("delete from organization.agency_code where code = '99999'")
                        .update())
                .isEqualTo(2);
    }

    @Test
    @Proves("H5.6")
    void leavesATraceOfWhatWasLoaded() {
        assertThat(jdbc.sql("select count(*) from audit.entry where thing_kind = 'province' and thing_id = 'H59'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void code(UUID agency, String code, LocalDate from) {
        jdbc.sql("""
                        insert into organization.agency_code (agency, scheme, code, valid_from)
                        values (:agency, 'ADMINISTRATIVE_UNIT', :code, :from)
                        """)
                .param("agency", agency)
                .param("code", code)
                .param("from", from)
                .update();
    }
}
