/// **Đăng nhập, phân quyền, ủy quyền.** Who may enter, under which post, with which rights, for how long.
///
/// Tables: `access.spring_session`, `access.spring_session_attributes`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "organization"})
package vn.thongsuot.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
