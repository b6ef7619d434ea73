/// **Trang chỉ số phục vụ.** Figures tried against the rules of the index, by people and by programs.
@NullMarked
package vn.thongsuot.scoring.web;

import org.jspecify.annotations.NullMarked;
