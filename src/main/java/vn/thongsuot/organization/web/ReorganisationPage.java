package vn.thongsuot.organization.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ReorganisationImpact;
import vn.thongsuot.organization.ReorganisationStep;
import vn.thongsuot.organization.ReorganisationView;

/// **Trang phương án sắp xếp.** One plan: where it stands, its steps of one kind, what it would do or did.
///
/// @param kind the kind of the steps shown
/// @param next where the next rows begin; null at the end
/// @param counts what it would do, or did once applied
/// @param obstacles how many things stand in the way; 0 once applied
/// @param due whether its day has come
public record ReorganisationPage(
        ReorganisationView plan,
        ReorganisationStep.Kind kind,
        Map<ReorganisationStep.Kind, Long> kinds,
        List<Row> steps,
        @Nullable Integer next,
        ReorganisationImpact.Counts counts,
        int obstacles,
        boolean due,
        @Nullable String error) {

    public ReorganisationPage {
        kinds = Map.copyOf(kinds);
        steps = List.copyOf(steps);
    }

    /// Whether it is a plan that does nothing yet.
    public boolean nothing() {
        return obstacles == 0 && counts.nothing();
    }

    public long steps(ReorganisationStep.Kind one) {
        return kinds.getOrDefault(one, 0L);
    }

    public String href() {
        return ReorganisationController.page(plan.id());
    }

    public boolean draft() {
        return plan.status() == vn.thongsuot.organization.ReorganisationStatus.DRAFT;
    }

    /// One step in words.
    ///
    /// @param name the new name; of a new agency its identifier, empty while nobody gave one
    public record Row(
            UUID id,
            String agency,
            String code,
            String other,
            String name,
            boolean confirmed,
            @Nullable String note) {}
}
