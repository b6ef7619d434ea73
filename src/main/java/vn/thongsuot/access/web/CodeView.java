package vn.thongsuot.access.web;

import org.jspecify.annotations.Nullable;

/// **Trang nhập mã.** Why the last code was refused, if it was.
public record CodeView(@Nullable String error) {}
