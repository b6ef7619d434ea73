/// **Tra cứu nhật ký, hàng đợi lỗi.** Pages over the audit log. No face.
///
/// Tables: none.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "organization", "access"})
package vn.thongsuot.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
