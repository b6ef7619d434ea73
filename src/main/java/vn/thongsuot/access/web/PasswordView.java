package vn.thongsuot.access.web;

import org.jspecify.annotations.Nullable;

/// **Trang đổi mật khẩu.** Whose, whether there is one to change, and why the last was refused.
public record PasswordView(
        String signInName, boolean exists, @Nullable String error) {}
