package vn.thongsuot.dashboard;

import vn.thongsuot.shared.Permission;

/// **Quyền trang chủ.** Everyone who signed in sees their own home page.
public enum DashboardPermission implements Permission {
    HOME_VIEW;

    @Override
    public boolean everyone() {
        return true;
    }
}
