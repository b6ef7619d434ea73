package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// Opens a post in an agency.
@Controller
@RequestMapping("/organization/agencies/{id}/posts")
@PreAuthorize("denyAll()")
class PostController {

    private final Organization organization;
    private final Forms forms;
    private final AgencyForms agencies;
    private final Directory directory;
    private final BusinessClock clock;

    PostController(
            Organization organization, Forms forms, AgencyForms agencies, Directory directory, BusinessClock clock) {
        this.organization = organization;
        this.forms = forms;
        this.agencies = agencies;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id) {
        AgencyView agency = agencies.agency(id);
        return forms.show(
                form(agency, Typed.nothing().with("from", clock.today()).with("version", agency.version())));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    @FreshSignIn
    ModelAndView create(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        AgencyView agency = agencies.agency(id);
        return forms.send(form(agency, typed), locale, response, () -> {
            organization.openPost(
                    agency.id(),
                    typed.version(),
                    typed.id("unit"),
                    typed.choice("kind", PostKind.class),
                    typed.text("title"),
                    typed.date("from"),
                    by);
            return AgencyForms.page(agency.id());
        });
    }

    private FormView form(AgencyView agency, Typed typed) {
        return AgencyForms.form(
                agency,
                "post",
                "posts",
                typed,
                Field.choice("kind", Kind.SELECT, "organization.field.post-kind", typed, AgencyForms.postKinds()),
                Field.of("title", Kind.TEXT, "organization.field.title", typed, true)
                        .hint("organization.hint.title"),
                Field.choice("unit", Kind.SELECT, "organization.field.unit", typed, units(agency)),
                Field.of("from", Kind.DATE, "organization.field.from", typed, true));
    }

    private List<FormView.Option> units(AgencyView agency) {
        List<FormView.Option> options = new ArrayList<>();
        options.add(new FormView.Option("", "organization.field.unit.none", true));
        directory
                .units(agency.id(), clock.today())
                .forEach(unit -> options.add(new FormView.Option(unit.id().toString(), unit.name(), false)));
        return options;
    }
}
