/// **Thông Suốt.** The open platform a province runs its administration on: one process, one database, one module
/// per package below this one, listed in ladder order in `docs/modules.md`.
@NullMarked
package vn.thongsuot;

import org.jspecify.annotations.NullMarked;
