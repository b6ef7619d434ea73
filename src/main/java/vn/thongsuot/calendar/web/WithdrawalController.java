package vn.thongsuot.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.Author;
import vn.thongsuot.calendar.CalendarChanges;
import vn.thongsuot.calendar.CalendarEntry;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.CalendarProblem;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Typed;

/// Withdraws what was entered, after showing what that does.
@Controller
@RequestMapping("/calendar/{id}/adjustments/{entry}/withdrawal")
@PreAuthorize("denyAll()")
class WithdrawalController {

    private final CalendarChanges changes;
    private final Calendars calendars;
    private final ChangeForms forms;

    WithdrawalController(CalendarChanges changes, Calendars calendars, ChangeForms forms) {
        this.changes = changes;
        this.calendars = calendars;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView edit(@PathVariable String id, @PathVariable UUID entry, Locale locale, HttpServletResponse response) {
        WorkingCalendar calendar = forms.calendar(id);
        Typed typed = asked(calendar, entry, locale);
        return forms.preview(
                "calendar/withdrawal",
                calendar,
                typed,
                locale,
                response,
                () -> changes.tryWithout(calendar.id(), calendar.version(), entry));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView create(
            @PathVariable String id,
            @PathVariable UUID entry,
            Typed typed,
            SignedIn person,
            Locale locale,
            HttpServletResponse response) {
        CalendarId calendar = new CalendarId(id);
        return forms.send("calendar/withdrawal", calendar, typed, locale, response, () -> {
            long version = typed.version();
            int year = entry(calendar, version, entry).adjustment().day().getYear();
            changes.withdraw(calendar, version, entry, Author.of(person));
            return ChangeForms.year(calendar, year, version + 1);
        });
    }

    private Typed asked(WorkingCalendar calendar, UUID entry, Locale locale) {
        CalendarView.Entry shown = Entries.view(entry(calendar.id(), calendar.version(), entry), locale);
        return Typed.nothing()
                .with("version", calendar.version())
                .with("entry", entry)
                .with("kind", shown.kind())
                .with("day", shown.day())
                .with("source", shown.source());
    }

    private CalendarEntry entry(CalendarId calendar, long version, UUID entry) {
        return calendars.entries(calendar, version).stream()
                .filter(there -> there.id().equals(entry))
                .findFirst()
                .orElseThrow(CalendarProblem.ADJUSTMENT_ABSENT::because);
    }
}
