/// **Trang ký số.** Signs a file that somebody chose, and gives it back.
@NullMarked
package vn.thongsuot.signing.web;

import org.jspecify.annotations.NullMarked;
