package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.Permissions;

/// **Biểu mẫu cấp mã.** What was typed and chosen, and why it was refused.
public record TokenFormView(
        String label,
        List<Choice> permissions,
        List<Integer> lengths,
        int days,
        @Nullable String error) {

    public TokenFormView {
        permissions = List.copyOf(permissions);
        lengths = List.copyOf(lengths);
    }

    /// A permission of one's own that the token may have.
    public record Choice(Permissions.Right right, boolean chosen) {}
}
