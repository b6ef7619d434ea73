package vn.thongsuot.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Trang chủ.** Whose day it is, the business day and week, and what the modules have for that person.
///
/// @param now whether the office is open, in words
/// @param calendar the code of the calendar the person's agency keeps
public record HomeView(
        String name, String postLine, LocalDate today, String now, String calendar, List<Day> week, List<Card> cards) {

    public HomeView {
        week = List.copyOf(week);
        cards = List.copyOf(cards);
    }

    /// A day of this week: whether the office is open, why not, or when.
    public record Day(LocalDate date, boolean today, boolean past, boolean off, String text, boolean remarkable) {}

    /// A module's card with its words filled in.
    public record Card(
            String title,
            long number,
            String label,
            @Nullable String hint,
            String href,
            String icon,
            String state) {}
}
