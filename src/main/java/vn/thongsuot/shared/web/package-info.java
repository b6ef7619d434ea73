/// **Khung trang.** The shell around every page: layout data, errors, assets, live events, the palette, the
/// living style page.
@NullMarked
package vn.thongsuot.shared.web;

import org.jspecify.annotations.NullMarked;
