/// **Lịch làm việc, thời hạn.** Working hours, days off, and deadline arithmetic with its reasons.
///
/// Face: {@link vn.thongsuot.calendar.WorkingCalendar} answers every question of time;
/// {@link vn.thongsuot.calendar.Deadline} tells its reasons. The seed data and its provenance are described in
/// `resources/calendar/README.md`.
///
/// Tables: none yet.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package vn.thongsuot.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
