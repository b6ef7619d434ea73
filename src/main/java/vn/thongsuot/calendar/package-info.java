/// **Lịch làm việc, thời hạn.** Working hours, days off, and deadline arithmetic with its reasons.
///
/// Face: {@link vn.thongsuot.calendar.Calendars} finds a calendar in any of its versions; the {@link
/// vn.thongsuot.calendar.WorkingCalendar} found answers every question of time, and its {@link
/// vn.thongsuot.calendar.Deadline} tells its reasons. {@link vn.thongsuot.calendar.CalendarChanges} makes the
/// next version. The seed data and its provenance are described in `resources/calendar/README.md`.
///
/// Tables: `calendar.calendar`, `calendar.revision`, `calendar.adjustment`, `calendar.opening_hours`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package vn.thongsuot.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
