package vn.thongsuot.calendar;

import vn.thongsuot.shared.Permission;

/// **Quyền về lịch.** Everyone reads the calendars and computes deadlines; changing them belongs to administrators.
public enum CalendarPermission implements Permission {
    CALENDAR_VIEW,
    CALENDAR_MANAGE;

    @Override
    public boolean everyone() {
        return this == CALENDAR_VIEW;
    }
}
