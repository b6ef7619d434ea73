/// **Trang hồ sơ một cửa.** The queue, the counter's form, and one dossier with its files and acts.
@NullMarked
package vn.thongsuot.dossier.web;

import org.jspecify.annotations.NullMarked;
