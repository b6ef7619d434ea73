package vn.thongsuot.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.AgencyState;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Listing;
import vn.thongsuot.organization.Seat;
import vn.thongsuot.organization.Succession;

/// **Trang cơ quan.** Everything the directory knows of an agency on a day.
///
/// @param agency as it was on the day, or nearest to it
/// @param standing whether it is there on the day, is to come or has ended
/// @param ancestors the agencies above, the highest first
/// @param manage whether the reader may change it
/// @param nextSeats the address of the next part of the seats; null at the end
public record AgencyPage(
        AsOf asOf,
        List<TreeView> tree,
        AgencyView agency,
        Standing standing,
        List<Link> ancestors,
        List<AgencyState> life,
        List<Kin> before,
        List<Kin> after,
        List<UnitChip> units,
        Listing<Seat> seats,
        @Nullable String nextSeats,
        Listing<AgencyRow> children,
        @Nullable String allChildren,
        boolean manage) {

    public AgencyPage {
        tree = List.copyOf(tree);
        ancestors = List.copyOf(ancestors);
        life = List.copyOf(life);
        before = List.copyOf(before);
        after = List.copyOf(after);
        units = List.copyOf(units);
    }

    /// Whether an agency is there on a day.
    public enum Standing {
        TO_COME,
        THERE,
        ENDED
    }

    public record Link(String title, String href) {}

    /// Who goes on with whose work; `other` is null where nobody does.
    public record Kin(Succession fact, @Nullable Link other) {}

    /// A unit of the agency to choose; `title` is null for all of them.
    public record UnitChip(@Nullable String title, String href, boolean chosen) {}

    /// The page of the agency itself, on the same day.
    public String self() {
        return asOf.link(AgencyForms.page(agency.id()));
    }

    public String officer(Seat seat) {
        return seat.officer() == null
                ? ""
                : asOf.link("/directory/officers/" + seat.officer().id());
    }

    public String change(String what) {
        return "/organization/agencies/" + agency.id() + "/" + what;
    }
}
