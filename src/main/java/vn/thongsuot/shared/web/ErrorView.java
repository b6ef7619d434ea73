package vn.thongsuot.shared.web;

import org.jspecify.annotations.Nullable;

/// **Trang báo lỗi.** What happened, what became of your data, what to do.
public record ErrorView(
        int status,
        String title,
        @Nullable String detail,
        @Nullable String reference) {}
