package vn.thongsuot.dashboard.web;

/// **Trang chủ.** What the home page shows.
public record HomeView(String name) {}
