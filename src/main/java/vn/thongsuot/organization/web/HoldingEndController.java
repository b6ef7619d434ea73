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
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// Ends an officer's holding of a post.
@Controller
@RequestMapping("/organization/holdings/{id}/end")
@PreAuthorize("denyAll()")
class HoldingEndController {

    private final Organization organization;
    private final Directory directory;
    private final Forms forms;
    private final AgencyForms agencies;
    private final BusinessClock clock;

    HoldingEndController(
            Organization organization, Directory directory, Forms forms, AgencyForms agencies, BusinessClock clock) {
        this.organization = organization;
        this.directory = directory;
        this.forms = forms;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id) {
        HoldingView holding = holding(id);
        return forms.show(form(
                holding,
                Typed.nothing()
                        .with("lastDay", clock.today())
                        .with("version", officer(holding).version())));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView create(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        HoldingView holding = holding(id);
        return forms.send(form(holding, typed), locale, response, () -> {
            organization.leave(id, typed.version(), typed.date("lastDay"), by);
            return AgencyForms.page(post(holding).agency());
        });
    }

    private FormView form(HoldingView holding, Typed typed) {
        PostView post = post(holding);
        return new FormView(
                AgencyForms.ROOT,
                "organization.form.leave",
                officer(holding).name() + " · " + post.title() + " · "
                        + agencies.agency(post.agency()).shortName(),
                "/organization/holdings/" + holding.id() + "/end",
                "organization.form.leave.submit",
                AgencyForms.page(post.agency()),
                List.of(
                        Field.hidden("version", typed.text("version")),
                        Field.of("lastDay", Kind.DATE, "organization.field.last-day", typed, true)
                                .hint("organization.hint.leave")));
    }

    private HoldingView holding(UUID id) {
        return directory.holding(id).orElseThrow(OrganizationProblem.HOLDING_ABSENT::because);
    }

    private OfficerView officer(HoldingView holding) {
        return directory.officer(holding.officer()).orElseThrow(OrganizationProblem.OFFICER_ABSENT::because);
    }

    private PostView post(HoldingView holding) {
        return directory.post(holding.post()).orElseThrow(OrganizationProblem.POST_ABSENT::because);
    }
}
