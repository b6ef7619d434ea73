package vn.thongsuot.inspection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Trang nhật ký.** The lines found, and what was asked for.
///
/// @param query what was typed to find a person or an agency
/// @param found whom and what that may mean, to choose from
/// @param chosen the conditions in force; each link takes it away
/// @param events every event of the log with its words, by words
/// @param from first business day, as the date field has it; empty for none
/// @param to last business day
/// @param presets spans of days to choose at a click
/// @param kept the other conditions, which a form sends along
/// @param next the address of the next page; null at the end
/// @param first the address of the first page, where this is another; null there
/// @param wrong the days that cannot be asked for; nothing is looked for then
/// @param bounded whether the reader inspects less than everything
public record LogView(
        List<LogLine> lines,
        String query,
        List<Choice> found,
        List<Choice> chosen,
        List<Event> events,
        String from,
        String to,
        List<Preset> presets,
        List<Kept> kept,
        @Nullable String next,
        @Nullable String first,
        boolean bounded,
        List<Wrong> wrong) {

    public LogView {
        lines = List.copyOf(lines);
        found = List.copyOf(found);
        chosen = List.copyOf(chosen);
        events = List.copyOf(events);
        presets = List.copyOf(presets);
        kept = List.copyOf(kept);
        wrong = List.copyOf(wrong);
    }

    /// Why the field `name` was not understood; null where it was.
    public @Nullable Wrong wrong(String name) {
        return wrong.stream()
                .filter(one -> one.field().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// A day that cannot be asked for; `reason` is a message key.
    public record Wrong(String field, String reason, String typed) {}

    /// A person, an agency or a thing, and the address where it is chosen or no longer chosen.
    public record Choice(String word, String name, String icon, String href) {}

    /// One kind of event.
    public record Event(String name, String words, boolean chosen) {}

    /// A span of days; `title` is a message key.
    public record Preset(String title, String href, boolean chosen) {}

    /// A condition that the filter form sends along unseen.
    public record Kept(String name, String value) {}
}
