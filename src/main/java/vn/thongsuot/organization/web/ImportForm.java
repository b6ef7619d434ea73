package vn.thongsuot.organization.web;

import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.SheetKind;

/// **Trang chọn tệp để nhập.** Which kind of file, and why the last one was refused.
public record ImportForm(SheetKind kind, @Nullable String error) {}
