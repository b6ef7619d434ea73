/// **Trang nhật ký.** The auditor's pages.
@NullMarked
package vn.thongsuot.inspection.web;

import org.jspecify.annotations.NullMarked;
