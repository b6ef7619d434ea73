/// **Trang quản lý tổ chức.** The directory, the forms that change the organization, reorganisation plans, import
/// and export.
@NullMarked
package vn.thongsuot.organization.web;

import org.jspecify.annotations.NullMarked;
