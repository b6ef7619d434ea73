/// **Phần chung.** What every module needs and no business word: problems and refusals ({@link
/// vn.thongsuot.shared.Problem}, {@link vn.thongsuot.shared.Refusal}), who acts ({@link
/// vn.thongsuot.shared.Actor}), what leaves a trace ({@link vn.thongsuot.shared.Auditable}), the business clock,
/// signals between nodes, and the page seams that let an upper module appear on a lower one's page. Reviewed like
/// a public API.
///
/// Tables: `shared.business_clock`, `shared.signal`, `shared.lease`, `shared.demonstration_part`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
package vn.thongsuot.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
