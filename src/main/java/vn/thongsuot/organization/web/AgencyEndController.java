package vn.thongsuot.organization.web;

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
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// Ends an agency in which nobody is left.
@Controller
@RequestMapping("/organization/agencies/{id}/end")
@PreAuthorize("denyAll()")
class AgencyEndController {

    private final Organization organization;
    private final Forms forms;
    private final AgencyForms agencies;
    private final BusinessClock clock;

    AgencyEndController(Organization organization, Forms forms, AgencyForms agencies, BusinessClock clock) {
        this.organization = organization;
        this.forms = forms;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id) {
        AgencyView agency = agencies.agency(id);
        return forms.show(
                form(agency, Typed.nothing().with("lastDay", clock.today()).with("version", agency.version())));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView update(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        AgencyView agency = agencies.agency(id);
        return forms.send(form(agency, typed), locale, response, () -> {
            organization.end(agency.id(), typed.version(), typed.date("lastDay"), by);
            return AgencyForms.page(agency.id());
        });
    }

    private static FormView form(AgencyView agency, Typed typed) {
        return AgencyForms.form(
                agency,
                "end",
                "end",
                typed,
                Field.of("lastDay", Kind.DATE, "organization.field.last-day", typed, true)
                        .hint("organization.hint.end"));
    }
}
