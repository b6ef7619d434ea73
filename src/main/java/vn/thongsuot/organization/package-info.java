/// **Cơ quan, đơn vị, chức vụ, cán bộ.** Agencies, the units inside them, posts and the officers who hold them,
/// as of any date. Questions: {@link vn.thongsuot.organization.Directory}; commands: {@link
/// vn.thongsuot.organization.Organization}.
///
/// Tables: `organization.agency`, `organization.agency_code`, `organization.unit`, `organization.post`,
/// `organization.officer`, `organization.holding`, `organization.succession`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "calendar"})
package vn.thongsuot.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
