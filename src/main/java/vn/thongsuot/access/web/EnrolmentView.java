package vn.thongsuot.access.web;

import org.jspecify.annotations.Nullable;

/// **Trang bật mã dùng một lần.** What to scan or type into the app, and why the last code was refused.
///
/// @param key the secret in Base32, in groups of four
/// @param side of the QR code, in modules with its quiet zone
/// @param path its dark modules, as an SVG path
public record EnrolmentView(
        String key,
        int side,
        String path,
        String signInName,
        @Nullable String error) {}
