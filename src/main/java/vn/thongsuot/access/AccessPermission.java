package vn.thongsuot.access;

import vn.thongsuot.shared.Permission;

/// **Quyền về truy cập.** Everyone looks after their own account, lends own rights and sees who is away; accounts
/// and rights of others belong to administrators.
public enum AccessPermission implements Permission {
    ACCOUNT_OWN,
    DELEGATION_OWN,
    ABSENCE_VIEW,
    /// Cannot be lent: whoever gives rights could give themselves more than was lent, for longer.
    ACCESS_MANAGE;

    @Override
    public boolean everyone() {
        return switch (this) {
            case ACCOUNT_OWN, DELEGATION_OWN, ABSENCE_VIEW -> true;
            case ACCESS_MANAGE -> false;
        };
    }

    @Override
    public boolean delegable() {
        return false;
    }
}
