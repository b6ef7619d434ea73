/// **Trang chủ.** What waits for the person at the screen.
@NullMarked
package vn.thongsuot.dashboard.web;

import org.jspecify.annotations.NullMarked;
