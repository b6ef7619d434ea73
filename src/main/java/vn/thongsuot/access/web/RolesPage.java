package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.RoleView;

/// **Trang các vai trò.**
public record RolesPage(
        List<Line> roles,
        boolean changeable,
        String title,
        String reach,
        @Nullable String error) {

    public RolesPage {
        roles = List.copyOf(roles);
    }

    /// A role and how many posts held today have it.
    public record Line(RoleView role, long holders) {}
}
