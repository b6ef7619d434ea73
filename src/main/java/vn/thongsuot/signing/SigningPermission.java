package vn.thongsuot.signing;

import vn.thongsuot.shared.Permission;

/// **Quyền ký số.** Everyone signs with a certificate of their own; what a signature is worth is said by the post.
public enum SigningPermission implements Permission {
    DOCUMENT_SIGN;

    @Override
    public boolean everyone() {
        return true;
    }
}
