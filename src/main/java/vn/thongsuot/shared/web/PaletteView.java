package vn.thongsuot.shared.web;

import java.util.List;
import vn.thongsuot.shared.SearchSource;

/// **Đi tới.** What the palette found for what was typed, group by group.
public record PaletteView(String query, List<Group> groups) {

    /// `title` is a message key.
    public record Group(String title, List<SearchSource.Hit> hits) {}
}
