package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.RoleView;
import vn.thongsuot.access.Roles;

/// **Trang một vai trò.** What it lets people do, to which posts it belongs, and who has it today.
public record RolePage(
        RoleView role,
        boolean changeable,
        List<LendingForm.RightChoice> rights,
        List<Kind> kinds,
        List<Kind> otherKinds,
        List<Post> posts,
        List<Roles.Holder> holders,
        int holderCount,
        String query,
        List<Roles.Holder> found,
        @Nullable String error) {

    public RolePage {
        rights = List.copyOf(rights);
        kinds = List.copyOf(kinds);
        otherKinds = List.copyOf(otherKinds);
        posts = List.copyOf(posts);
        holders = List.copyOf(holders);
        found = List.copyOf(found);
    }

    /// A kind of post and how many people hold one today.
    public record Kind(String name, String title, long people) {}

    /// A single post that has the role.
    public record Post(String id, String line) {}
}
