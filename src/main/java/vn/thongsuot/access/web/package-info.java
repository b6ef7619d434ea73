/// **Trang đăng nhập.** Sign-in and account pages, and the security filters.
@NullMarked
package vn.thongsuot.access.web;

import org.jspecify.annotations.NullMarked;
