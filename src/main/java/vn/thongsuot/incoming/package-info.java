/// **Văn bản đến.** A document that came to an agency: registered with an arrival number or sent back with a reason,
/// given to an officer, handled and finished (Decree 30/2020/NĐ-CP, art. 20–24). Its sender hears of each step.
///
/// Face: {@link vn.thongsuot.incoming.IncomingDocuments}. What may follow what is one table:
/// {@link vn.thongsuot.incoming.IncomingStatus}.
///
/// Tables: `incoming.document`, `incoming.file`, `incoming.act`, `incoming.book`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "calendar", "organization", "files", "notification", "exchange"})
package vn.thongsuot.incoming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
