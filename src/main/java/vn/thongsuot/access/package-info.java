/// **Đăng nhập, phân quyền, ủy quyền.** Who may enter, under which post, with which rights, for how long.
/// Accounts: {@link vn.thongsuot.access.Accounts}; ways to sign in: {@link vn.thongsuot.access.SignIns}, {@link
/// vn.thongsuot.access.OneTimeCodes}, {@link vn.thongsuot.access.Passkeys}, {@link vn.thongsuot.access.SignOn};
/// {@link vn.thongsuot.access.Sessions}; who somebody is at this moment: {@link vn.thongsuot.access.Standings};
/// programs: {@link vn.thongsuot.access.Tokens}; rights lent: {@link vn.thongsuot.access.Delegations}, {@link
/// vn.thongsuot.access.Absences}.
///
/// Tables: `access.account`, `access.sign_in_failure`, `access.one_time_code`, `access.recovery_code`,
/// `access.passkey`, `access.sign_on`, `access.api_token`, `access.role`,
/// `access.role_permission`, `access.role_of_kind`, `access.role_of_post`, `access.delegation`, `access.absence`,
/// `access.password_link`,
/// `access.first_administrator`,
/// `access.spring_session`, `access.spring_session_attributes`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "calendar", "organization"})
package vn.thongsuot.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
