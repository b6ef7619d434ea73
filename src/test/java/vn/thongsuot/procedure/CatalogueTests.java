package vn.thongsuot.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
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
import vn.thongsuot.shared.Refusal;

/// An installation without the demonstration: its catalogue is empty until somebody loads it.
@SpringBootTest
@Proves("S1.1")
class CatalogueTests {

    private static final Actor BY = new Actor.Job("test");

    @Autowired
    Catalogue catalogue;

    @Autowired
    Procedures procedures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isLoadedOnceAndLeavesATrace() {
        assertThat(procedures.editions()).isEmpty();
        refused(() -> catalogue.loadShipped(stranger()), ProcedureProblem.OUTSIDE_YOUR_AGENCIES);
        ProcedureCode code = new ProcedureCode("2.000815");
        ProcedureParts parts =
                CatalogueLoading.parts(CatalogueLoading.rows("terms").getFirst());
        refused(() -> catalogue.enter(code, parts, BY), ProcedureProblem.PROCEDURE_ABSENT);

        assertThat(catalogue.loadShipped(BY)).isEqualTo(1_601);
        procedures.refresh();
        assertThat(procedures.find(code).orElseThrow().complete()).isFalse();
        refused(() -> catalogue.loadShipped(BY), ProcedureProblem.EDITION_LOADED);

        refused(() -> catalogue.enter(code, parts, stranger()), ProcedureProblem.OUTSIDE_YOUR_AGENCIES);
        catalogue.enter(code, parts, BY);
        procedures.refresh();
        assertThat(procedures.find(code).orElseThrow().parts()).isEqualTo(parts);
        refused(() -> catalogue.enter(code, parts, BY), ProcedureProblem.PARTS_ENTERED);

        assertThat(traces("procedure-edition", ShippedEdition.ID)).containsExactly(1L);
        assertThat(traces("procedure", code.value())).containsExactly(1L);
    }

    private List<Long> traces(String kind, String id) {
        return jdbc.sql("select version from audit.entry where thing_kind = ? and thing_id = ? order by version")
                .params(kind, id)
                .query(Long.class)
                .list();
    }

    private static Actor stranger() {
        return new Actor.Officer(
                new AccountId(UUID.randomUUID()),
                new OfficerId(UUID.randomUUID()),
                new PostId(UUID.randomUUID()),
                new AgencyId(UUID.randomUUID()),
                null);
    }

    private static void refused(Runnable act, ProcedureProblem problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
