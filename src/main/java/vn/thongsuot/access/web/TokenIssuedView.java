package vn.thongsuot.access.web;

/// **Mã vừa cấp.** The only page that shows its text.
public record TokenIssuedView(String label, String token) {}
