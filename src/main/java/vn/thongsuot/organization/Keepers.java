package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.CalendarKeepers;
import vn.thongsuot.calendar.CalendarPermission;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;

/// Who answers for the agencies that keep a calendar. One that nobody keeps yet belongs to the province.
@Component
class Keepers implements CalendarKeepers {

    private final ObjectProvider<Authority> authority;
    private final Directory directory;
    private final BusinessClock clock;

    /// @param authority asked late: `access`, which implements it, reads the directory
    Keepers(ObjectProvider<Authority> authority, Directory directory, BusinessClock clock) {
        this.authority = authority;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public boolean mayChange(Actor actor, CalendarId calendar) {
        LocalDate today = clock.today();
        if (authority.getObject().allowsEverywhere(actor, CalendarPermission.CALENDAR_MANAGE)) {
            return true;
        }
        return !calendar.equals(CalendarId.PROVINCE)
                && reaches(
                        actor,
                        directory.roots(today).stream()
                                .flatMap(root -> directory.withDescendants(root.id(), today).stream())
                                .filter(agency -> agency.calendar().equals(calendar.value()))
                                .toList());
    }

    /// Whether `actor` reaches them all; nobody reaches none.
    private boolean reaches(Actor actor, List<AgencyView> agencies) {
        return !agencies.isEmpty()
                && agencies.stream()
                        .allMatch(agency ->
                                authority.getObject().allows(actor, CalendarPermission.CALENDAR_MANAGE, agency.id()));
    }
}
