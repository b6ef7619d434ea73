package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.KeptCalendars;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// Says which working calendar an agency keeps.
@Controller
@RequestMapping("/organization/agencies/{id}/calendar")
@PreAuthorize("denyAll()")
class AgencyCalendarController {

    private final KeptCalendars kept;
    private final Calendars calendars;
    private final Forms forms;
    private final AgencyForms agencies;

    AgencyCalendarController(KeptCalendars kept, Calendars calendars, Forms forms, AgencyForms agencies) {
        this.kept = kept;
        this.calendars = calendars;
        this.forms = forms;
        this.agencies = agencies;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id, Locale locale) {
        AgencyView agency = agencies.agency(id);
        Typed typed = Typed.nothing().with("calendar", agency.calendar()).with("version", agency.version());
        return forms.show(form(agency, typed, locale));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView update(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        AgencyView agency = agencies.agency(id);
        return forms.send(form(agency, typed, locale), locale, response, () -> {
            kept.keep(agency.id(), typed.version(), new CalendarId(typed.text("calendar")), by);
            return AgencyForms.page(agency.id());
        });
    }

    private FormView form(AgencyView agency, Typed typed, Locale locale) {
        List<FormView.Option> options = calendars.all().stream()
                .map(calendar -> new FormView.Option(
                        calendar.id().value(), calendar.name().in(locale), false))
                .toList();
        return AgencyForms.form(
                agency,
                "calendar",
                "calendar",
                typed,
                Field.choice("calendar", Kind.SELECT, "organization.field.calendar", typed, options)
                        .hint("organization.hint.calendar"));
    }
}
