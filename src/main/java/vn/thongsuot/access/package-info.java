/// **Đăng nhập, phân quyền, ủy quyền.** Who may enter, under which post, with which rights, for how long.
/// Accounts and passwords: {@link vn.thongsuot.access.Accounts}; who somebody is at this moment: {@link
/// vn.thongsuot.access.Standings}; programs: {@link vn.thongsuot.access.Tokens}; rights
/// lent: {@link vn.thongsuot.access.Delegations}, {@link vn.thongsuot.access.Absences}.
///
/// Tables: `access.account`, `access.sign_in_failure`, `access.api_token`, `access.role`,
/// `access.role_permission`, `access.role_of_kind`, `access.role_of_post`, `access.delegation`, `access.absence`,
/// `access.first_administrator`,
/// `access.spring_session`, `access.spring_session_attributes`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "organization"})
package vn.thongsuot.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
