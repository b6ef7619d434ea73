package vn.thongsuot.outgoing;

import vn.thongsuot.shared.Permission;

/// **Quyền về văn bản đi.** Each for the documents of the agencies a role reaches. Who signs or issues sees the whole
/// register, everybody else what they drafted.
public enum OutgoingPermission implements Permission {
    OUTGOING_VIEW,
    OUTGOING_DRAFT,
    OUTGOING_SIGN,
    OUTGOING_ISSUE
}
