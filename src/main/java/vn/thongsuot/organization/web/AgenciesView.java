package vn.thongsuot.organization.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.AgencyState;
import vn.thongsuot.organization.Listing;

/// **Danh bạ cơ quan.** The first page of the directory: the tree, how many of what there are, what was found.
///
/// @param found null where nothing was looked for
/// @param people officers who answer too, the first few
/// @param otherDays agencies known under what was typed on another day
public record AgenciesView(
        AsOf asOf,
        List<TreeView> tree,
        int agencies,
        int officers,
        String query,
        List<LevelCount> levels,
        @Nullable Listing<AgencyRow> found,
        @Nullable String next,
        Listing<OfficerRow> people,
        List<AgencyState> otherDays) {

    public AgenciesView {
        tree = List.copyOf(tree);
        levels = List.copyOf(levels);
        otherDays = List.copyOf(otherDays);
    }

    /// How many agencies of a level there are; `title` is a message key.
    public record LevelCount(String title, int count, String href, boolean chosen) {}

    /// Whether something was looked for and nothing found.
    public boolean nothing() {
        return found != null && found.total() == 0 && people.total() == 0;
    }

    /// All officers who answer what was typed.
    public String moreOfficers() {
        return asOf.list("/directory/officers", Map.of("q", query));
    }
}
