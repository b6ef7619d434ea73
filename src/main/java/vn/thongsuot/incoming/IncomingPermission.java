package vn.thongsuot.incoming;

import vn.thongsuot.shared.Permission;

/// **Quyền về văn bản đến.** Each for the documents of the agencies a role reaches. Who registers or assigns sees the
/// whole register, everybody else what they were given.
public enum IncomingPermission implements Permission {
    INCOMING_VIEW,
    INCOMING_REGISTER,
    INCOMING_ASSIGN
}
