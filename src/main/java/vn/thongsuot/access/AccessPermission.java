package vn.thongsuot.access;

import vn.thongsuot.shared.Permission;

/// **Quyền về truy cập.** Everyone looks after their own account; accounts of others belong to administrators.
public enum AccessPermission implements Permission {
    ACCOUNT_OWN,
    ACCESS_MANAGE;

    @Override
    public boolean everyone() {
        return this == ACCOUNT_OWN;
    }
}
