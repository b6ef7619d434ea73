package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thongsuot.organization.OrganizationTests.refuses;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// The end of an agency never comes before the beginning of what is in it, and no row keeps the others from being
/// read.
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@Proves("H5.1")
class EndingTests {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 11, 10);
    private static final Actor US = new Actor.Job("test");

    @Autowired
    Organization organization;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    void refusesALastDayBeforeAPostBegins() {
        AgencyId agency = found("UBND xã có chức vụ chờ");
        organization.openPost(agency, 1, null, PostKind.CLERK, "Văn thư 2030", LocalDate.of(2030, 1, 1), US);
        assertThatThrownBy(() -> organization.end(agency, 2, LAST, US))
                .hasMessageContaining("organization.begins-after-end");
        refuses(OrganizationProblem.BEGINS_AFTER_END, () -> organization.end(agency, 2, LAST, US));
        assertThat(directory.agency(agency).orElseThrow().period().to()).isNull();
        organization.end(agency, 2, LocalDate.of(2030, 1, 1), US);
        directory.refresh();
        assertThat(directory.posts(agency, LocalDate.of(2030, 1, 1))).hasSize(1);
    }

    @Test
    void refusesALastDayBeforeAUnitBegins() {
        AgencyId agency = found("UBND xã có đơn vị chờ");
        organization.openUnit(agency, 1, "Văn phòng 2030", LocalDate.of(2030, 1, 1), US);
        refuses(OrganizationProblem.BEGINS_AFTER_END, () -> organization.end(agency, 2, LAST, US));
    }

    @Test
    void refusesALastDayBeforeTheLastRename() {
        AgencyId agency = found("UBND xã Tên Cũ");
        organization.rename(agency, 1, "UBND xã Tên Mới", LAST.plusDays(10), US);
        refuses(OrganizationProblem.DATE_BEFORE_LAST_CHANGE, () -> organization.end(agency, 2, LAST, US));
        organization.end(agency, 2, LAST.plusDays(10), US);
        assertThat(directory.agency(agency, LAST.plusDays(10)).orElseThrow().name())
                .isEqualTo("UBND xã Tên Mới");
        assertThat(directory.agency(agency, LAST.plusDays(11))).isEmpty();
    }

    @Test
    void keepsPostsAndUnitsFromEndingBeforeTheyBeginEvenInTheDatabase() {
        AgencyId agency = found("UBND xã Ràng Buộc");
        organization.openPost(agency, 1, null, PostKind.CLERK, "Văn thư", BEGINNING, US);
        organization.openUnit(agency, 2, "Văn phòng", BEGINNING, US);
        assertThatThrownBy(() -> jdbc.sql("update organization.post set valid_to = valid_from - 1 where agency = :id")
                        .param("id", agency.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("post_ends_after_it_begins");
        assertThatThrownBy(() -> jdbc.sql("update organization.unit set valid_to = valid_from - 1 where agency = :id")
                        .param("id", agency.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("unit_ends_after_it_begins");
    }

    @Test
    void leavesOutARowItCannotReadAndReadsTheOthers(CapturedOutput output) {
        AgencyId agency = found("UBND xã Còn Đọc Được");
        var post = organization.openPost(agency, 1, null, PostKind.CLERK, "Văn thư", BEGINNING, US);
        UUID broken = UUID.randomUUID();
        jdbc.sql("""
                        insert into organization.post (id, agency, kind, title, valid_from)
                        values (:id, :agency, 'NO_SUCH_KIND', 'Không đọc được', date '2020-01-01')
                        """).param("id", broken).param("agency", agency.value()).update();
        try {
            directory.refresh();
            assertThat(directory.posts(agency, LAST)).extracting(PostView::id).containsExactly(post);
            assertThat(output).contains("ERROR").contains("left out, id " + broken);
        } finally {
            jdbc.sql("delete from organization.post where id = :id")
                    .param("id", broken)
                    .update();
            directory.refresh();
        }
    }

    private AgencyId found(String name) {
        return organization.found(
                new NewAgency(name, null, AgencyLevel.PROVINCE, "UBND tỉnh", null, "province", null, null, BEGINNING),
                US);
    }
}
