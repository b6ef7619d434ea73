package vn.thongsuot.inspection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.UndeliveredEvent;

/// **Trang việc chưa tới nơi.**
///
/// @param next cursor of the next page; null at the end
/// @param first whether this is the first page
public record UndeliveredView(List<Line> lines, @Nullable String next, boolean first) {

    public UndeliveredView {
        lines = List.copyOf(lines);
    }

    /// @param did the event in people's words
    public record Line(UndeliveredEvent event, String did) {}
}
