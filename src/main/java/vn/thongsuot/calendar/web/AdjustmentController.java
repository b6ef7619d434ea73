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
import vn.thongsuot.calendar.Adjustment;
import vn.thongsuot.calendar.Author;
import vn.thongsuot.calendar.CalendarChanges;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Typed;

/// Enters a swap, a make-up day, a day off, half a day or an announced holiday. The form is asked for what it would
/// do (a question, in the address) before it does it.
@Controller
@RequestMapping("/calendar/{id}/adjustments")
@PreAuthorize("denyAll()")
class AdjustmentController {

    private final CalendarChanges changes;
    private final ChangeForms forms;

    AdjustmentController(CalendarChanges changes, ChangeForms forms) {
        this.changes = changes;
        this.forms = forms;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView edit(@PathVariable String id, Typed asked, Locale locale, HttpServletResponse response) {
        WorkingCalendar calendar = forms.calendar(id);
        Typed typed = asked.with("kind", Adjustment.Kind.SWAP)
                .with("half", Adjustment.Half.AFTERNOON)
                .with("holiday", Adjustment.Holiday.TET)
                .instead("version", calendar.version());
        if (!typed.given("day")) {
            return forms.blank("calendar/adjustment", calendar, typed, locale);
        }
        return forms.preview("calendar/adjustment", calendar, typed, locale, response, () -> {
            Adjustment adjustment = Entries.read(typed);
            return changes.tryOut(calendar.id(), calendar.version(), adjustment);
        });
    }

    @PostMapping
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView create(
            @PathVariable String id, Typed typed, SignedIn person, Locale locale, HttpServletResponse response) {
        CalendarId calendar = new CalendarId(id);
        return forms.send("calendar/adjustment", calendar, typed, locale, response, () -> {
            Adjustment adjustment = Entries.read(typed);
            long version = typed.version();
            changes.enter(calendar, version, adjustment, typed.orNull("reason"), Author.of(person));
            return ChangeForms.year(calendar, adjustment.day().getYear(), version + 1) + "#d" + adjustment.day();
        });
    }
}
