package vn.thongsuot.access.web;

import org.jspecify.annotations.Nullable;

/// **Trang đặt mật khẩu.**
public record SetPasswordView(
        String key, String name, @Nullable String error) {}
