package vn.thongsuot.access.web;

import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.OneTimeCodes;

/// **Trang mã dùng một lần.** Null while codes are off.
public record CodesView(OneTimeCodes.@Nullable Enrolled enrolled) {}
