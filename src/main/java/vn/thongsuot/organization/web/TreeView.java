package vn.thongsuot.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Nhánh cây.** An agency in the tree, with what is open under it.
///
/// @param count agencies under it, itself counted
/// @param toggle the address that opens or closes it; null for one without any under it
/// @param groups what stands under it, where it is open
public record TreeView(
        String id,
        String title,
        String href,
        int count,
        @Nullable String toggle,
        boolean open,
        boolean selected,
        List<Group> groups) {

    public TreeView {
        groups = List.copyOf(groups);
    }

    /// Agencies of one level under another; `title` is a message key, null where there is only one level.
    public record Group(@Nullable String title, List<TreeView> branches) {

        public Group {
            branches = List.copyOf(branches);
        }
    }
}
