package vn.thongsuot.calendar.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.shared.web.Typed;

/// **Sửa lịch, xem trước.** One form that changes a calendar: what was typed, what the change would do, or why it
/// is refused.
///
/// @param calendar the one it is about; null while a new one is opened
/// @param name its name
/// @param effect what would change; null until it was asked for
public record ChangeView(
        @Nullable CalendarId calendar,
        String name,
        Typed typed,
        @Nullable Effect effect,
        @Nullable String error) {

    /// What was typed into the field `name`.
    public String typed(String name) {
        return typed.text(name);
    }

    public boolean is(String name, String value) {
        return typed(name).equals(value);
    }

    /// The typed fields a confirmation sends again, unchanged.
    public List<Map.Entry<String, String>> again() {
        return typed.fields().toSingleValueMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /// What a change does: to days, and to deadlines computed from then on.
    ///
    /// @param more how many changed days are not listed
    /// @param received when the example dossiers came in
    public record Effect(
            List<Changed> days,
            int more,
            List<CalendarView.OpeningHours> hoursBefore,
            List<CalendarView.OpeningHours> hoursAfter,
            Instant received,
            List<Example> examples) {

        public boolean nothing() {
            return days.isEmpty() && hoursBefore.equals(hoursAfter);
        }

        public boolean otherHours() {
            return !hoursBefore.equals(hoursAfter);
        }

        public boolean otherDeadlines() {
            return examples.stream().anyMatch(Example::changed);
        }
    }

    /// A day and what it was and would be; kinds as `k-…`, words beside.
    public record Changed(java.time.LocalDate day, String kindBefore, String before, String kindAfter, String after) {}

    /// A time limit and when it ends now and would end.
    public record Example(String limit, Instant before, Instant after) {

        public boolean changed() {
            return !before.equals(after);
        }
    }
}
