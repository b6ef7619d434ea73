/// **Trang văn bản đến.** Registering, assigning and handling in the browser.
@NullMarked
package vn.thongsuot.incoming.web;

import org.jspecify.annotations.NullMarked;
