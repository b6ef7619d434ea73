package vn.thongsuot.shared.web;

import java.util.List;

/// **Mẫu giao diện.** The components in the order shown.
public record DesignView(List<Component> components) {

    public DesignView {
        components = List.copyOf(components);
    }

    /// `title` says in Vietnamese what it is and when to use it; `code` is what to write, `html` what is shown.
    public record Component(String name, String title, String code, String html) {}
}
