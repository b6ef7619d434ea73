package vn.thongsuot.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Refusal;

/// **Dòng nhập.** What one line of a file would do, or why it cannot.
///
/// @param line its number in the file
/// @param subject whom or what it is about, as written there
/// @param effects message keys of what it does, empty where nothing changes
/// @param refusal why it cannot; null where it can
public record ImportLine(
        int line,
        String subject,
        List<String> effects,
        @Nullable Refusal refusal) {

    public ImportLine {
        effects = List.copyOf(effects);
    }

    /// What becomes of a line.
    public enum Outcome {
        BAD,
        CHANGE,
        SAME
    }

    public Outcome outcome() {
        return refusal != null ? Outcome.BAD : effects.isEmpty() ? Outcome.SAME : Outcome.CHANGE;
    }
}
