package vn.thongsuot.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thongsuot.shared.Words;

/// **Thời gian làm việc.** A length of the office's time; eight hours are a working day.
public record WorkingTime(Duration length) {

    private static final int HOURS_OF_A_DAY = 8;

    public long days() {
        return length.toHours() / HOURS_OF_A_DAY;
    }

    public int hours() {
        return (int) (length.toHours() % HOURS_OF_A_DAY);
    }

    public int minutes() {
        return length.toMinutesPart();
    }

    /// `5 ngày 3 giờ làm việc`; minutes only within the last day.
    public String text(Words words, Locale locale) {
        List<String> parts = new ArrayList<>();
        if (days() > 0) {
            parts.add(words.of(locale, "calendar.time.days", days()));
        }
        if (hours() > 0) {
            parts.add(words.of(locale, "calendar.time.hours", hours()));
        }
        if (parts.isEmpty() || (days() == 0 && minutes() > 0)) {
            parts.add(words.of(locale, "calendar.time.minutes", minutes()));
        }
        return words.of(locale, "calendar.time.working", String.join(" ", parts));
    }
}
