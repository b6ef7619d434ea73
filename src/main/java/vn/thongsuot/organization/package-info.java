/// **Cơ quan, đơn vị, chức vụ, cán bộ.** Agencies, the units inside them, posts and the officers who hold them,
/// as of any date. Questions: {@link vn.thongsuot.organization.Directory}; commands: {@link
/// vn.thongsuot.organization.Organization}. What changes many at once is a plan: {@link
/// vn.thongsuot.organization.Reorganisations}, {@link vn.thongsuot.organization.ReorganisationPlans}.
///
/// Tables: `organization.agency`, `organization.agency_code`, `organization.unit`, `organization.post`,
/// `organization.officer`, `organization.holding`, `organization.succession`, `organization.agency_past`,
/// `organization.import_run`,
/// `organization.reorganisation`,
/// `organization.reorganisation_step`, `organization.reorganisation_rule`, `organization.reorganisation_by_hand`,
/// `organization.reorganisation_move`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "calendar"})
package vn.thongsuot.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
