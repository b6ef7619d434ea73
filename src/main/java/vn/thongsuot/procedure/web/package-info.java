/// **Trang thủ tục hành chính.** The catalogue for people and for programs.
@NullMarked
package vn.thongsuot.procedure.web;

import org.jspecify.annotations.NullMarked;
