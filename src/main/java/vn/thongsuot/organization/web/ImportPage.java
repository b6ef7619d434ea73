package vn.thongsuot.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ImportLine;
import vn.thongsuot.organization.ImportView;

/// **Trang xem trước khi nhập.** A file line by line, one outcome at a time.
///
/// @param lines the part shown
/// @param next the address of the next part; null at the end
/// @param error why it was not applied; null otherwise
public record ImportPage(
        ImportView run,
        ImportLine.Outcome shown,
        List<Line> lines,
        @Nullable String next,
        @Nullable String error) {

    public ImportPage {
        lines = List.copyOf(lines);
    }

    /// @param reason why it cannot be done, in words; null where it can
    public record Line(
            int line,
            String subject,
            List<String> effects,
            @Nullable String reason) {}

    public String tab(ImportLine.Outcome outcome) {
        return "/organization/imports/" + run.id() + "?show=" + outcome;
    }
}
