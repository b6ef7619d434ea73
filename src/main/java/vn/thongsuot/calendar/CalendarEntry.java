package vn.thongsuot.calendar;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Text;

/// **Mục điều chỉnh.** An adjustment as it was entered into a calendar.
///
/// @param calendar the one it was entered into; those below it take it over
/// @param reason why, in a few words; null where the document says it all
/// @param since the version of its calendar it came with
public record CalendarEntry(
        UUID id,
        CalendarId calendar,
        Adjustment adjustment,
        @Nullable String reason,
        long since) {

    /// The adjustment as a chain of reasons tells it: the reason stands behind the document.
    Adjustment told() {
        String because = reason;
        return because == null ? adjustment : adjustment.from(behind(adjustment.source(), because));
    }

    private static Text behind(Text source, String because) {
        String english = source.en();
        return new Text(source.vi() + ": " + because, english == null ? null : english + ": " + because);
    }
}
