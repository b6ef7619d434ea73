package vn.thongsuot.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/// Dates and times as a refusal or a reason writes them.
final class Shown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private Shown() {}

    /// `22/11/2024`.
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `14:05`.
    static String hour(LocalTime hour) {
        return HOUR.format(hour);
    }

    /// `22/11/2024 14:05`.
    static String moment(Instant moment) {
        return MOMENT.format(WorkingCalendar.local(moment));
    }
}
