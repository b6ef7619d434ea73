package vn.thongsuot.calendar.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.shared.web.Typed;

/// **Tính thời hạn.** What was asked, and the deadline with its chain of reasons, the time between two moments, or
/// why neither can be told.
public record DeadlineView(
        Typed typed,
        List<CalendarView.Sibling> calendars,
        @Nullable String error,
        @Nullable Result result,
        @Nullable Span span) {

    public DeadlineView {}

    /// What was typed into the field `name`.
    public String typed(String name) {
        return typed.text(name);
    }

    public boolean is(String name, String value) {
        return typed(name).equals(value);
    }

    /// A deadline: the moment first, then how far off it is, then why.
    public record Result(
            Instant due,
            String relative,
            boolean passed,
            Instant received,
            String limit,
            String calendar,
            String calendarId,
            long version,
            List<Deadline.Line> chain) {

        public boolean confirmed() {
            return chain.stream().allMatch(Deadline.Line::confirmed);
        }
    }

    /// The office's time between two moments.
    public record Span(Instant from, Instant until, String working, long days) {}
}
