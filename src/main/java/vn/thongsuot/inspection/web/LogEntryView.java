package vn.thongsuot.inspection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Chi tiết một việc trong nhật ký.**
///
/// @param version which version of the thing it made; null where somebody only looked
/// @param values what happened, without personal data
/// @param body exactly the characters that are sealed
/// @param history the address of everything that happened to the same thing
/// @param byPerson the address of everything this person did; null where no person is known
public record LogEntryView(
        LogLine line,
        @Nullable Long version,
        List<Value> values,
        List<Personal> personal,
        String body,
        String history,
        @Nullable String byPerson) {

    public LogEntryView {
        values = List.copyOf(values);
        personal = List.copyOf(personal);
    }

    /// One component of the event.
    public record Value(String name, String text) {}

    /// One piece of personal data; `state` is a message key that says what became of it, null while it is readable.
    public record Personal(
            String name, @Nullable String text, @Nullable String state) {}
}
