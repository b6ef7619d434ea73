package vn.thongsuot.inspection;

import vn.thongsuot.shared.Permission;

/// **Quyền kiểm tra.** Reading the audit log; deciding about what modules did not hear of each other.
public enum InspectionPermission implements Permission {
    AUDIT_VIEW,
    UNDELIVERED_DECIDE
}
