package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.NewAgency;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// Founds an agency under another.
@Controller
@RequestMapping("/organization/agencies")
@PreAuthorize("denyAll()")
class AgencyFoundingController {

    private final Organization organization;
    private final Forms forms;
    private final AgencyForms agencies;
    private final BusinessClock clock;

    AgencyFoundingController(Organization organization, Forms forms, AgencyForms agencies, BusinessClock clock) {
        this.organization = organization;
        this.forms = forms;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@RequestParam UUID parent) {
        return forms.show(form(new AgencyId(parent), Typed.nothing().with("from", clock.today())));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView create(@RequestParam UUID parent, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        AgencyId above = new AgencyId(parent);
        return forms.send(
                form(above, typed),
                locale,
                response,
                () -> AgencyForms.page(organization.found(
                        new NewAgency(
                                typed.text("name"),
                                typed.orNull("nameEn"),
                                typed.choice("level", AgencyLevel.class),
                                typed.text("kind"),
                                above,
                                agencies.agency(above).calendar(),
                                typed.orNull("identifier"),
                                typed.orNull("unitCode"),
                                typed.date("from")),
                        by)));
    }

    private FormView form(AgencyId parent, Typed typed) {
        return new FormView(
                AgencyForms.ROOT,
                "organization.form.found",
                agencies.agency(parent).shortName(),
                "/organization/agencies",
                "organization.form.found.submit",
                AgencyForms.page(parent),
                List.of(
                        Field.hidden("parent", parent),
                        Field.of("name", Kind.TEXT, "organization.field.name", typed, true)
                                .hint("organization.hint.agency-name"),
                        Field.of("nameEn", Kind.TEXT, "organization.field.name-en", typed, false),
                        Field.choice("level", Kind.SELECT, "organization.field.level", typed, AgencyForms.levels()),
                        Field.of("kind", Kind.TEXT, "organization.field.kind", typed, true)
                                .hint("organization.hint.kind"),
                        Field.of("identifier", Kind.TEXT, "organization.field.identifier", typed, false)
                                .hint("organization.hint.identifier"),
                        Field.of("unitCode", Kind.TEXT, "organization.field.unit-code", typed, false)
                                .hint("organization.hint.unit-code"),
                        Field.of("from", Kind.DATE, "organization.field.from", typed, true)));
    }
}
