package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.DirectorySearch;
import vn.thongsuot.organization.Listing;
import vn.thongsuot.shared.BusinessClock;

/// Which agencies keep a calendar: a few of them as a panel on the calendar's page, all of them as a page.
@Controller
@PreAuthorize("denyAll()")
class KeepersController {

    private static final int IN_PANEL = 6;
    private static final int PER_PART = 50;

    private final Calendars calendars;
    private final Directory directory;
    private final DirectorySearch search;
    private final Rows rows;
    private final BusinessClock clock;

    KeepersController(
            Calendars calendars, Directory directory, DirectorySearch search, Rows rows, BusinessClock clock) {
        this.calendars = calendars;
        this.directory = directory;
        this.search = search;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping("/organization/calendars/{id}/agencies")
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            Locale locale) {
        WorkingCalendar calendar = calendars.of(new CalendarId(id));
        AsOf today = AsOf.of(null, directory, clock);
        boolean panel = "true".equals(request.getHeader("HX-Request"));
        Listing<AgencyRow> keepers = search.agencies(
                        "",
                        today.day(),
                        agency -> agency.calendar().equals(id),
                        new Listing.Part(after, panel ? IN_PANEL : PER_PART))
                .map(agency -> rows.of(agency, today));
        KeepersView view =
                new KeepersView(calendar.id().value(), calendar.name().in(locale), keepers);
        return new ModelAndView(panel ? "organization/keeperspanel" : "organization/keepers", "view", view);
    }
}
