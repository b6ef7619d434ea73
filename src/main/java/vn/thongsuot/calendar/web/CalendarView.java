package vn.thongsuot.calendar.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// **Trang lịch của một năm.** Twelve months, what is not as every week with its reason and source, the hours, and
/// what was entered into the calendar itself.
///
/// @param version the one shown; `newest` the one in force
/// @param previous the year before, where it can be computed
/// @param saved the version a change just made; null when the page was simply opened
/// @param panels addresses of what other modules show here
public record CalendarView(
        String id,
        String name,
        long version,
        long newest,
        int year,
        @Nullable Integer previous,
        @Nullable Integer next,
        List<Month> months,
        List<Row> rows,
        List<Entry> entries,
        Totals totals,
        List<OpeningHours> hours,
        List<Sibling> calendars,
        List<String> panels,
        @Nullable Long saved) {

    public boolean old() {
        return version != newest;
    }

    /// Whether some days of the year are still guessed.
    public boolean unconfirmed() {
        return rows.stream().anyMatch(row -> !row.confirmed());
    }

    /// The address of the same page in another year.
    public String href(int otherYear) {
        return "/calendar/" + id + "?year=" + otherYear + (old() ? "&version=" + version : "");
    }

    /// One month: its days, and how many empty fields stand before the first.
    public record Month(int number, int before, boolean now, List<Day> days) {

        /// The rows of seven, Monday first; null where no day stands.
        public List<List<@Nullable Day>> weeks() {
            List<@Nullable Day> fields = new java.util.ArrayList<>();
            for (int i = 0; i < before; i++) {
                fields.add(null);
            }
            fields.addAll(days);
            while (fields.size() % 7 != 0) {
                fields.add(null);
            }
            List<List<@Nullable Day>> weeks = new java.util.ArrayList<>();
            for (int i = 0; i < fields.size(); i += 7) {
                weeks.add(fields.subList(i, i + 7));
            }
            return weeks;
        }
    }

    /// One day: its kind for the eye, its reason in words (empty for an ordinary day), and the row that tells more.
    public record Day(
            LocalDate date,
            String kind,
            boolean today,
            String reason,
            @Nullable String anchor) {}

    /// Days in a row that are not as every week. `run` is how long the office is closed around them.
    public record Row(
            String anchor,
            LocalDate first,
            LocalDate last,
            String kind,
            String text,
            String source,
            boolean confirmed,
            @Nullable Run run) {}

    /// Days in a row on which the office is closed, weekends included.
    public record Run(LocalDate first, LocalDate last, int days) {}

    /// What was entered into the calendar itself.
    public record Entry(
            UUID id,
            String kind,
            LocalDate day,
            @Nullable LocalDate makeUp,
            String source,
            @Nullable String reason,
            long since) {}

    public record Totals(long working, long closed, long holidays, long makeUps) {}

    /// Weekdays in a row with the same hours: `thứ Hai – thứ Sáu`, `07:00 – 11:30, 13:30 – 17:00`.
    public record OpeningHours(String days, String hours, boolean counts) {}

    /// A calendar to choose.
    public record Sibling(String id, String name, boolean shown) {}
}
