package vn.thongsuot.organization.web;

import vn.thongsuot.organization.Listing;

/// **Cơ quan giữ lịch.** The agencies that keep a calendar today.
public record KeepersView(String calendar, String name, Listing<AgencyRow> agencies) {

    public String href() {
        return "/organization/calendars/" + calendar + "/agencies";
    }
}
