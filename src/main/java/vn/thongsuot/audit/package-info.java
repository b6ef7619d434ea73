/// **Nhật ký chống sửa.** The mechanism: hears every event in its own transaction, writes an entry, seals entries
/// into a Merkle tree. Its pages are in `inspection`.
///
/// Tables: `audit.entry`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.thongsuot.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
