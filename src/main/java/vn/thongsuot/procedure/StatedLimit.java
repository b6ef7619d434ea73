package vn.thongsuot.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// **Thời hạn công bố.** A time limit in the words of the national database. Many of its times came without their
/// unit; such a limit is to be confirmed and never guessed.
///
/// @param text as published, several cases parted by `|`; empty where nothing was
public record StatedLimit(String text) {

    private static final Pattern PART = Pattern.compile("(\\d+(?:[.,]\\d+)?)(?:\\s+(Ngày làm việc|Ngày|Giờ|Tháng))?");

    /// How far the limit is known.
    public enum State {
        /// Every case has a number and a unit.
        CLEAR,
        /// A number lost its unit.
        TO_BE_CONFIRMED,
        /// Nothing was published.
        ABSENT
    }

    /// What is counted. Which hours and months are meant, the source does not say.
    public enum Unit {
        WORKING_DAYS("Ngày làm việc"),
        CALENDAR_DAYS("Ngày"),
        HOURS("Giờ"),
        MONTHS("Tháng");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        private static @Nullable Unit of(@Nullable String word) {
            for (Unit unit : values()) {
                if (unit.word.equals(word)) {
                    return unit;
                }
            }
            return null;
        }
    }

    /// One case of the limit.
    ///
    /// @param amount as published, such as `5` or `1,5`
    /// @param unit null where it was lost
    public record Case(String amount, @Nullable Unit unit) {}

    public StatedLimit {
        text = text.strip();
    }

    /// The cases of the limit; none where nothing was published, or nothing that has this shape.
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            Matcher shape = PART.matcher(part.strip());
            if (!shape.matches()) {
                return List.of();
            }
            cases.add(new Case(shape.group(1), Unit.of(shape.group(2))));
        }
        return cases;
    }

    public State state() {
        if (text.isEmpty()) {
            return State.ABSENT;
        }
        List<Case> cases = cases();
        return !cases.isEmpty() && cases.stream().allMatch(one -> one.unit() != null)
                ? State.CLEAR
                : State.TO_BE_CONFIRMED;
    }
}
