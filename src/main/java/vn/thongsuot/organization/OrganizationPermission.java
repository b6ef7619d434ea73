package vn.thongsuot.organization;

import vn.thongsuot.shared.Permission;

/// **Quyền về tổ chức.** Reading the directory is everyone's; changing it belongs to administrators, each for the
/// agencies under their own.
public enum OrganizationPermission implements Permission {
    DIRECTORY_VIEW,
    ORGANIZATION_MANAGE;

    @Override
    public boolean everyone() {
        return this == DIRECTORY_VIEW;
    }
}
