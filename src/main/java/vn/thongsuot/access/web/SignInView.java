package vn.thongsuot.access.web;

/// **Trang đăng nhập.** Whether the last try failed.
public record SignInView(boolean failed) {}
