package vn.thongsuot.access.web;

import org.jspecify.annotations.Nullable;

/// **Biểu mẫu mở tài khoản.**
public record AccountForm(
        PersonChoice person, String name, @Nullable String error) {}
