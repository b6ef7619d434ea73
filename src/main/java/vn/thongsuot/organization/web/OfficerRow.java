package vn.thongsuot.organization.web;

import java.util.List;

/// **Dòng cán bộ.** An officer in a list, with the posts held on the day.
public record OfficerRow(String name, String href, List<Held> posts) {

    public OfficerRow {
        posts = List.copyOf(posts);
    }

    /// A post held, and where.
    public record Held(String title, String agency, String href) {}
}
