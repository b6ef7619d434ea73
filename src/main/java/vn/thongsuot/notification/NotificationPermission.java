package vn.thongsuot.notification;

import vn.thongsuot.shared.Permission;

/// **Quyền về thông báo.** Everyone reads their own.
public enum NotificationPermission implements Permission {
    NOTICE_READ;

    @Override
    public boolean everyone() {
        return true;
    }
}
