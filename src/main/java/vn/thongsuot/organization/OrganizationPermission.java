package vn.thongsuot.organization;

import vn.thongsuot.shared.Permission;

/// **Quyền về danh bạ.** Rights over what this module keeps.
public enum OrganizationPermission implements Permission {
    DIRECTORY_VIEW;

    @Override
    public boolean everyone() {
        return this == DIRECTORY_VIEW;
    }
}
