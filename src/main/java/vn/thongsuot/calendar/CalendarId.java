package vn.thongsuot.calendar;

import java.util.regex.Pattern;

/// **Mã lịch làm việc.** Names a working calendar for ever, in lower case: `province`, `police-residence`.
public record CalendarId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /// The calendar every agency keeps that names no other.
    public static final CalendarId PROVINCE = new CalendarId("province");

    public CalendarId {
        if (!FORM.matcher(value).matches()) {
            throw CalendarProblem.CALENDAR_ABSENT.because(value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
