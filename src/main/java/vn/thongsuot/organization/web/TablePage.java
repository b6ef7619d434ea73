package vn.thongsuot.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ReorganisationTable;
import vn.thongsuot.organization.ReorganisationView;

/// **Trang tải bảng sắp xếp.** The form that loads a table into a plan, with what was wrong in the last one.
public record TablePage(
        ReorganisationView plan,
        long version,
        String table,
        String parent,
        @Nullable String error,
        List<ReorganisationTable.Wrong> wrong) {

    public TablePage {
        wrong = List.copyOf(wrong);
    }

    public String href() {
        return ReorganisationController.page(plan.id());
    }
}
