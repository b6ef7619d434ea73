package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Biểu mẫu ủy quyền, báo vắng mặt.** Whom, which rights, which days; what was typed, and why it was refused.
public record LendingForm(
        PersonChoice person,
        List<RightChoice> rights,
        String postLine,
        String from,
        String to,
        String earliest,
        @Nullable String error) {

    public LendingForm {
        rights = List.copyOf(rights);
    }

    /// A right to lend, in words.
    public record RightChoice(String permission, String title, boolean chosen) {}
}
