package vn.thongsuot.access.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import vn.thongsuot.calendar.CalendarDay;
import vn.thongsuot.calendar.WorkingCalendar;

/// The working day of the province that a demonstration plays next, with its hours.
///
/// @param opens when its first office hours begin; `closes` when its last end
record DayToPlay(LocalDate day, LocalTime opens, LocalTime closes) {

    /// The day of `now` as long as it has not opened, else the next that is worked and counts: holidays and swapped
    /// days as `calendar` has them. Refuses where the calendar does not reach so far.
    static DayToPlay after(LocalDateTime now, WorkingCalendar calendar) {
        return Stream.iterate(now.toLocalDate(), day -> day.plusDays(1))
                .map(calendar::day)
                .filter(day -> day.counts() && !day.off())
                .map(DayToPlay::of)
                .filter(day -> now.isBefore(day.day().atTime(day.opens())))
                .findFirst()
                .orElseThrow();
    }

    private static DayToPlay of(CalendarDay day) {
        return new DayToPlay(
                day.date(), day.hours().getFirst().from(), day.hours().getLast().until());
    }
}
