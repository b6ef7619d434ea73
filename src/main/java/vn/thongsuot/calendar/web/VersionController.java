package vn.thongsuot.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import vn.thongsuot.calendar.CalendarEntry;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.CalendarVersion;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Typed;

/// Who made which version of a calendar when; brings the content of an older one back as the next version.
@Controller
@RequestMapping("/calendar/{id}/versions")
@PreAuthorize("denyAll()")
class VersionController {

    private final CalendarChanges changes;
    private final Calendars calendars;
    private final ChangeForms forms;
    private final BusinessClock clock;

    VersionController(CalendarChanges changes, Calendars calendars, ChangeForms forms, BusinessClock clock) {
        this.changes = changes;
        this.calendars = calendars;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('CALENDAR_VIEW')")
    ModelAndView index(@PathVariable String id, Locale locale) {
        WorkingCalendar calendar = forms.calendar(id);
        List<VersionsView.Row> rows = calendars.versions(calendar.id()).stream()
                .map(version -> row(version, locale))
                .toList();
        return new ModelAndView(
                "calendar/versions",
                "view",
                new VersionsView(calendar.id().value(), calendar.name().in(locale), calendar.version(), rows));
    }

    private static VersionsView.Row row(CalendarVersion version, Locale locale) {
        CalendarEntry entry = version.entry();
        return new VersionsView.Row(
                version.version(),
                version.change().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                entry == null ? null : Entries.view(entry, locale),
                version.restored(),
                version.parentVersion(),
                version.at(),
                version.author());
    }

    @GetMapping("/{version}/restoration")
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView edit(
            @PathVariable String id, @PathVariable long version, Locale locale, HttpServletResponse response) {
        WorkingCalendar calendar = forms.calendar(id);
        Typed typed = Typed.nothing().with("version", calendar.version()).with("restored", version);
        calendars.of(calendar.id(), version);
        return forms.preview(
                "calendar/restoration",
                calendar,
                typed,
                locale,
                response,
                () -> changes.tryRestore(calendar.id(), calendar.version(), version));
    }

    @PostMapping("/{version}/restoration")
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView create(
            @PathVariable String id,
            @PathVariable long version,
            Typed typed,
            SignedIn person,
            Locale locale,
            HttpServletResponse response) {
        CalendarId calendar = new CalendarId(id);
        return forms.send(
                "calendar/restoration", calendar, typed.instead("restored", version), locale, response, () -> {
                    long on = typed.version();
                    changes.restore(calendar, on, version, Author.of(person));
                    return ChangeForms.year(calendar, clock.today().getYear(), on + 1);
                });
    }
}
