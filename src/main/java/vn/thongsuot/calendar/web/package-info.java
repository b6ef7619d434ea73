/// **Trang lịch làm việc.** The year and its days off, the computation of a deadline, and the forms by which
/// administrators change a calendar.
@NullMarked
package vn.thongsuot.calendar.web;

import org.jspecify.annotations.NullMarked;
