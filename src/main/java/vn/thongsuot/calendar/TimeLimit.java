package vn.thongsuot.calendar;

import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Words;

/// **Thời hạn.** How long an act may take, and how that is counted.
///
/// Days and half days end with the office's hours, hours at their minute. The first day (or half day) is not
/// counted unless the rule says so: Civil Code 2015 art. 147.2–3. Hours start at once: art. 147.1.
///
/// @param amount 0 to 3,650; 0 days means within the day of reception
/// @param cutOff received after this time of day means received on the next day the office is open; null: no such
/// rule
public record TimeLimit(
        int amount, Unit unit, FirstDay firstDay, @Nullable LocalTime cutOff) {

    /// Decree 23/2015/NĐ-CP art. 7: within the day, or the next working day when received after 15:00.
    public static final LocalTime SAME_DAY_CUT_OFF = LocalTime.of(15, 0);

    private static final int LARGEST = 3_650;

    /// What is counted.
    public enum Unit {
        /// Days on which the office works, a half day as much as a whole one.
        WORKING_DAYS,
        /// Mornings and afternoons the office works: half a working day in an internal procedure.
        HALF_DAYS,
        /// Hours of the office; eight are a working day.
        WORKING_HOURS,
        /// All days; a last day off moves to the next working day: Civil Code 2015 art. 148.5.
        CALENDAR_DAYS
    }

    /// Whether the day (or half day) it starts on is the first one counted.
    public enum FirstDay {
        NOT_COUNTED,
        COUNTED
    }

    public TimeLimit {
        if (amount < 0 || amount > LARGEST) {
            throw CalendarProblem.LIMIT_INVALID.because(amount, LARGEST);
        }
    }

    public static TimeLimit of(int amount, Unit unit) {
        return new TimeLimit(amount, unit, FirstDay.NOT_COUNTED, null);
    }

    public static TimeLimit workingDays(int amount) {
        return of(amount, Unit.WORKING_DAYS);
    }

    public static TimeLimit halfDays(int amount) {
        return of(amount, Unit.HALF_DAYS);
    }

    public static TimeLimit workingHours(int amount) {
        return of(amount, Unit.WORKING_HOURS);
    }

    public static TimeLimit calendarDays(int amount) {
        return of(amount, Unit.CALENDAR_DAYS);
    }

    /// Within the day of reception; received after 15:00, within the next working day.
    public static TimeLimit sameDay() {
        return workingDays(0).after(SAME_DAY_CUT_OFF);
    }

    /// `5 ngày làm việc`, in the reader's language.
    public String text(Words words, Locale locale) {
        return words.of(locale, "calendar.amount." + Deadline.kebab(unit.name()), amount);
    }

    /// The same limit, counting the day it starts on.
    public TimeLimit countingTheFirstDay() {
        return new TimeLimit(amount, unit, FirstDay.COUNTED, cutOff);
    }

    /// The same limit, for which what comes in after `time` came in on the next day.
    public TimeLimit after(LocalTime time) {
        return new TimeLimit(amount, unit, firstDay, time);
    }
}
