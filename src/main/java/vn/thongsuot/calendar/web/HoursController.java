package vn.thongsuot.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.Author;
import vn.thongsuot.calendar.CalendarChanges;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Typed;

/// Gives a calendar other working hours, as its next version.
@Controller
@RequestMapping("/calendar/{id}/hours")
@PreAuthorize("denyAll()")
class HoursController {

    private final CalendarChanges changes;
    private final ChangeForms forms;
    private final BusinessClock clock;

    HoursController(CalendarChanges changes, ChangeForms forms, BusinessClock clock) {
        this.changes = changes;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView edit(@PathVariable String id, Typed asked, Locale locale, HttpServletResponse response) {
        WorkingCalendar calendar = forms.calendar(id);
        if (!asked.has("asked")) {
            Typed now = WeekForm.typed(calendar.week()).instead("version", calendar.version());
            return forms.blank("calendar/hours", calendar, now, locale);
        }
        Typed typed = asked.instead("version", calendar.version());
        return forms.preview(
                "calendar/hours",
                calendar,
                typed,
                locale,
                response,
                () -> changes.tryHours(calendar.id(), calendar.version(), WeekForm.read(typed)));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView update(
            @PathVariable String id, Typed typed, SignedIn person, Locale locale, HttpServletResponse response) {
        CalendarId calendar = new CalendarId(id);
        return forms.send("calendar/hours", calendar, typed, locale, response, () -> {
            long version = typed.version();
            changes.changeHours(calendar, version, WeekForm.read(typed), Author.of(person));
            return ChangeForms.year(calendar, clock.today().getYear(), version + 1);
        });
    }
}
