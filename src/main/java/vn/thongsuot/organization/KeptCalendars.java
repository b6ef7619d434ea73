package vn.thongsuot.organization;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;

/// **Lịch cơ quan giữ.** Says which working calendar an agency keeps. Deadlines computed from then on follow it;
/// those written before name the calendar they were computed with.
@Component
public class KeptCalendars {

    private final AgencyStore agencies;
    private final Scope scope;
    private final Announcement announcement;
    private final Calendars calendars;
    private final BusinessClock clock;

    KeptCalendars(
            AgencyStore agencies, Scope scope, Announcement announcement, Calendars calendars, BusinessClock clock) {
        this.agencies = agencies;
        this.scope = scope;
        this.announcement = announcement;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// Lets `agency` keep `calendar` from now on; nothing happens where it does already.
    @Transactional
    public void keep(AgencyId agency, long version, CalendarId calendar, Actor by) {
        scope.need(by, agency);
        agencies.agency(agency).needOn(clock.today());
        CalendarId there = calendars.of(calendar).id();
        if (agencies.keep(agency, there.value())) {
            long next = agencies.next(agency, version);
            announcement.of(new OrganizationEvent.CalendarKept(agency, next, there, by, clock.instant()));
        }
    }
}
