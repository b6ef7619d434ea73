/// **Lịch làm việc, thời hạn.** Working hours, days off, and deadline arithmetic with its reasons.
///
/// Tables: none yet.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package vn.thongsuot.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
