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
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.organization.web.FormView.Field;
import vn.thongsuot.organization.web.FormView.Kind;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.Typed;

/// Ends an agency in which nobody is left.
@Controller
@RequestMapping("/organization/agencies/{id}/end")
@PreAuthorize("denyAll()")
class AgencyEndController {

    private final Organization organization;
    private final Forms forms;
    private final BusinessClock clock;

    AgencyEndController(Organization organization, Forms forms, BusinessClock clock) {
        this.organization = organization;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id) {
        AgencyView agency = forms.agency(new AgencyId(id));
        return forms.show(
                form(agency, Typed.nothing().with("lastDay", clock.today()).with("version", agency.version())));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView update(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        AgencyView agency = forms.agency(new AgencyId(id));
        return forms.send(form(agency, typed), locale, response, () -> {
            organization.end(agency.id(), typed.version(), typed.date("lastDay"), by);
            return Forms.page(agency.id());
        });
    }

    private static FormView form(AgencyView agency, Typed typed) {
        return new FormView(
                "organization.form.end",
                agency.shortName(),
                "/organization/agencies/" + agency.id() + "/end",
                "organization.form.end.submit",
                Forms.page(agency.id()),
                null,
                List.of(
                        Field.hidden("version", typed.text("version")),
                        Field.of("lastDay", Kind.DATE, "organization.field.last-day", typed, true)
                                .hint("organization.hint.end")),
                null);
    }
}
