/// **Trung tâm điều hành.** The home page and the one live picture of the province. No face: it only listens and
/// reads.
///
/// Tables: none.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "organization"})
package vn.thongsuot.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
