/// **Trang văn bản đi.** Drafting, signing, numbering and issuing in the browser.
@NullMarked
package vn.thongsuot.outgoing.web;

import org.jspecify.annotations.NullMarked;
