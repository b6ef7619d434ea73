package vn.thongsuot.calendar.web;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.thongsuot.calendar.Week;
import vn.thongsuot.shared.Words;

/// A week's hours in words: weekdays in a row with the same hours on one line.
record Hours(Words words, Locale locale) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    List<CalendarView.OpeningHours> of(Week week) {
        List<CalendarView.OpeningHours> lines = new ArrayList<>();
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean ends = day == DayOfWeek.SUNDAY || !alike(week, day, day.plus(1));
            if (ends) {
                lines.add(line(week, first, day));
                first = day.plus(1);
            }
        }
        return lines;
    }

    private static boolean alike(Week week, DayOfWeek one, DayOfWeek other) {
        return week.on(one).equals(week.on(other)) && week.counts(one) == week.counts(other);
    }

    private CalendarView.OpeningHours line(Week week, DayOfWeek first, DayOfWeek last) {
        String days = first == last ? word(first) : word(first) + " – " + word(last);
        String hours = week.on(first).stream()
                .map(stretch -> CLOCK.format(stretch.from()) + " – " + CLOCK.format(stretch.until()))
                .collect(Collectors.joining(", "));
        return new CalendarView.OpeningHours(
                days, hours.isEmpty() ? words.of(locale, "calendar.hours.closed") : hours, week.counts(first));
    }

    private String word(DayOfWeek day) {
        return words.of(locale, "shared.weekday." + day.getValue());
    }
}
