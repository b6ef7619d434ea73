/// **Cơ quan, đơn vị, chức vụ, cán bộ.** Agencies, the units inside them, posts and the officers who hold them,
/// as of any date.
///
/// Tables: none yet.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "calendar"})
package vn.thongsuot.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
