package vn.thongsuot.calendar.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SignedIn;

/// The year of a calendar, in its newest or any older version.
@Controller
@RequestMapping("/calendar")
@PreAuthorize("denyAll()")
class CalendarController {

    private final Calendars calendars;
    private final YearPages pages;
    private final BusinessClock clock;

    CalendarController(Calendars calendars, YearPages pages, BusinessClock clock) {
        this.calendars = calendars;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('CALENDAR_VIEW')")
    ModelAndView index(@RequestParam(required = false) @Nullable Integer year, SignedIn reader, Locale locale) {
        return show(CalendarId.PROVINCE.value(), year, null, null, reader, locale);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('CALENDAR_VIEW')")
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable Long saved,
            SignedIn reader,
            Locale locale) {
        CalendarId asked = new CalendarId(id);
        WorkingCalendar calendar = version == null ? calendars.of(asked) : calendars.of(asked, version);
        int shown = year == null ? clock.today().getYear() : year;
        return new ModelAndView("calendar/year", "view", pages.of(calendar, shown, saved, reader, locale));
    }
}
