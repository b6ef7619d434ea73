/// **Trang thông báo.** The bell's panel and the page of all notices.
@NullMarked
package vn.thongsuot.notification.web;

import org.jspecify.annotations.NullMarked;
