package vn.thongsuot.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ReorganisationImpact;
import vn.thongsuot.organization.ReorganisationStatus;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.shared.Words;

/// **Trang tác động của phương án.** What a plan would do, or did to people, one part at a time.
///
/// @param next where the next rows begin; null at the end
public record ImpactPage(
        ReorganisationView plan,
        ReorganisationImpact.Counts counts,
        int obstacles,
        int turned,
        int codes,
        int vacant,
        boolean due,
        Part part,
        List<Row> rows,
        @Nullable String next) {

    public ImpactPage {
        rows = List.copyOf(rows);
    }

    /// The parts of an impact.
    public enum Part {
        OBSTACLES,
        ENDED,
        FOUNDED,
        TURNED,
        PEOPLE,
        OTHER_KIND,
        CODES
    }

    /// One line: what it is about, what becomes of it, and where to mend it.
    ///
    /// @param key whether `becomes` is a message key
    public record Row(
            String title,
            String sub,
            String becomes,
            boolean key,
            @Nullable String note,
            List<Link> links) {

        public Row {
            links = List.copyOf(links);
        }

        static Row of(String title, String sub, String becomes) {
            return new Row(title, sub, becomes, false, null, List.of());
        }
    }

    /// `title` is a message key.
    public record Link(String href, String title) {}

    public String href() {
        return ReorganisationController.page(plan.id());
    }

    public boolean draft() {
        return plan.status() == ReorganisationStatus.DRAFT;
    }

    /// Whether it is a draft that does nothing yet, and nothing else stands in its way.
    public boolean nothing() {
        return !applied() && obstacles == 0 && counts.nothing();
    }

    public boolean applied() {
        return plan.status() == ReorganisationStatus.APPLIED;
    }

    /// The parts there are to see.
    public List<Part> parts() {
        return applied() ? List.of(Part.PEOPLE, Part.OTHER_KIND) : List.of(Part.values());
    }

    public int count(Part one) {
        return switch (one) {
            case OBSTACLES -> obstacles;
            case ENDED -> counts.ended();
            case FOUNDED -> counts.founded();
            case TURNED -> turned;
            case PEOPLE -> counts.officers();
            case OTHER_KIND -> counts.otherKind();
            case CODES -> codes;
        };
    }

    public String title(Part one) {
        return Words.key("organization.reorganisation.part.", one);
    }
}
