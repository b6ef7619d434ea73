package vn.thongsuot.calendar;

import vn.thongsuot.shared.Actor;

/// **Cơ quan dùng lịch.** Says who answers for the agencies that keep a calendar, and so may change it. Implemented
/// by `organization`, which knows the agencies.
public interface CalendarKeepers {

    /// Whether `actor` reaches, with {@link CalendarPermission#CALENDAR_MANAGE}, every agency that `calendar` counts
    /// for: for the province's calendar, which the others inherit, the whole province.
    boolean mayChange(Actor actor, CalendarId calendar);
}
