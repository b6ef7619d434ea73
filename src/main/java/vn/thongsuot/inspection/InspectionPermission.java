package vn.thongsuot.inspection;

import vn.thongsuot.shared.Permission;

/// **Quyền kiểm tra.** Reading the audit log.
public enum InspectionPermission implements Permission {
    AUDIT_VIEW
}
