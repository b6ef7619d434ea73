package vn.thongsuot.access.web;

import org.jspecify.annotations.Nullable;

/// **Trang quản trị viên đầu tiên.** The link's key, what was typed, why it was refused.
public record FirstView(String key, String name, @Nullable String error) {}
