package vn.thongsuot.shared;

import java.util.List;

/// **Nguồn tìm kiếm.** Lets the palette (Ctrl K) ask a module. There is no global index; a source shows only what
/// its own detail page would open for `actor`.
public interface SearchSource {

    /// Message key of the group's heading.
    String title();

    int order();

    /// At most `limit` hits for what the person typed, best first.
    List<Hit> search(Actor actor, String query, int limit);

    record Hit(String title, String sub, String href, String icon) {}
}
