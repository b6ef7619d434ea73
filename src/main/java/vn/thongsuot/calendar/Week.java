package vn.thongsuot.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// **Giờ làm việc trong tuần.** When the office is open on each day of the week.
///
/// @param hours per day, in order, not touching; a day without hours is a weekly day off
/// @param saturdayCounts whether a Saturday with hours counts in deadlines, or is only open for the counter
public record Week(Map<DayOfWeek, List<Hours>> hours, boolean saturdayCounts) {

    /// 07:00–11:30 and 13:30–17:00, Monday to Friday: eight hours a day, forty a week.
    public static final Week ORDINARY = ordinary();

    /// **Buổi làm việc.** A stretch of one day in which the office is open.
    public record Hours(LocalTime from, LocalTime until) {

        public Hours {
            if (!from.isBefore(until)) {
                throw CalendarProblem.HOURS_INVALID.because(Shown.hour(from), Shown.hour(until));
            }
        }

        boolean morning() {
            return from.isBefore(LocalTime.NOON);
        }
    }

    public Week {
        Map<DayOfWeek, List<Hours>> copy = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            copy.put(day, inOrder(hours.getOrDefault(day, List.of())));
        }
        hours = Map.copyOf(copy);
        if (hours.values().stream().allMatch(List::isEmpty)) {
            throw CalendarProblem.HOURS_INVALID.because("", "");
        }
    }

    private static List<Hours> inOrder(List<Hours> hours) {
        for (int i = 1; i < hours.size(); i++) {
            if (!hours.get(i - 1).until().isBefore(hours.get(i).from())) {
                throw CalendarProblem.HOURS_INVALID.because(
                        Shown.hour(hours.get(i - 1).until()),
                        Shown.hour(hours.get(i).from()));
            }
        }
        return List.copyOf(hours);
    }

    public List<Hours> on(DayOfWeek day) {
        return hours.getOrDefault(day, List.of());
    }

    /// `MONDAY 07:00-11:30 13:30-17:00, …`: the whole week in one line, for the log.
    String text() {
        return Stream.of(DayOfWeek.values())
                .filter(day -> !on(day).isEmpty())
                .map(day -> day
                        + (counts(day) ? "" : " (counter)")
                        + on(day).stream()
                                .map(hours -> " " + Shown.hour(hours.from()) + "-" + Shown.hour(hours.until()))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
    }

    /// The same week with the counter open on Saturday mornings.
    public Week withSaturdayMorning(boolean counts) {
        Map<DayOfWeek, List<Hours>> more = new EnumMap<>(hours);
        more.put(
                DayOfWeek.SATURDAY,
                on(DayOfWeek.MONDAY).stream().filter(Hours::morning).toList());
        return new Week(more, counts);
    }

    /// Whether the weekday counts in deadlines.
    public boolean counts(DayOfWeek day) {
        return !on(day).isEmpty() && (day != DayOfWeek.SATURDAY || saturdayCounts);
    }

    /// The hours of a made-up working day: those of its own weekday, else those of `model`.
    List<Hours> madeUp(DayOfWeek day, DayOfWeek model) {
        return counts(day) || on(model).isEmpty() ? on(day) : on(model);
    }

    private static Week ordinary() {
        List<Hours> day = List.of(
                new Hours(LocalTime.of(7, 0), LocalTime.of(11, 30)),
                new Hours(LocalTime.of(13, 30), LocalTime.of(17, 0)));
        Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (weekday.compareTo(DayOfWeek.FRIDAY) <= 0) {
                hours.put(weekday, day);
            }
        }
        return new Week(hours, false);
    }
}
