package vn.thongsuot.calendar;

import vn.thongsuot.shared.Permission;

/// **Quyền về lịch.** Rights over what this module keeps.
public enum CalendarPermission implements Permission {
    CALENDAR_VIEW;

    @Override
    public boolean everyone() {
        return this == CALENDAR_VIEW;
    }
}
