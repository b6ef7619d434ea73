package vn.thongsuot.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.outgoing.People;
import vn.thongsuot.shared.AgencyId;

/// The register is written out whole (Decree 30/2020/NĐ-CP art. 22), and no cell of it is a formula.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class RegisterExportTests {

    private static final int MANY = 10_100;

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLongRegisterIsWrittenWholeAndAsText() {
        AgencyId department =
                People.as(directory, DemonstrationOfficer.DEPARTMENT_HEAD).agency();
        jdbc.sql("""
                        insert into incoming.document (id, version, arrival, agency, sender, status, code, issued_on, type,
                               subject, subject_folded, urgency, signer, arrived_at)
                        select gen_random_uuid(), 1, gen_random_uuid(), :agency, :agency, 'ARRIVED', '=1+1', date '2024-11-22',
                               '@loại', 'xuất cả sổ', 'xuat ca so', 'NORMAL', 'x', timestamptz '2024-11-22' + n * interval '1 s'
                          from generate_series(1, :many) n
                        """).param("agency", department.value()).param("many", MANY).update();
        try (Web head = Web.as(port, DemonstrationAccount.DEPARTMENT_HEAD)) {
            var answer = head.get("/incoming/export.csv?q=xuất+cả+sổ");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("so-van-ban-den.csv");
            assertThat(answer.body()).startsWith("\uFEFFNgày đến,").contains(",'=1+1,", ",'@loại,");
            assertThat(answer.body().lines()).hasSize(MANY + 1);
        } finally {
            jdbc.sql("delete from incoming.document where agency = ? and subject = 'xuất cả sổ'")
                    .param(department.value())
                    .update();
        }
    }
}
