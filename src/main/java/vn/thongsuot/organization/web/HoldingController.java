package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.Period;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Uuids;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// Lets an officer hold a post: somebody found by name, or somebody new.
@Controller
@RequestMapping("/organization/posts/{id}/holdings")
@PreAuthorize("denyAll()")
class HoldingController {

    private static final int SHOWN = 12;

    private final Organization organization;
    private final Directory directory;
    private final Forms forms;
    private final AgencyForms agencies;
    private final BusinessClock clock;

    HoldingController(
            Organization organization, Directory directory, Forms forms, AgencyForms agencies, BusinessClock clock) {
        this.organization = organization;
        this.directory = directory;
        this.forms = forms;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        return forms.show(form(
                post(id),
                Typed.nothing()
                        .with("q", q)
                        .with("name", q)
                        .with("from", clock.today())
                        .with("form", Uuids.next(clock.instant()))));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    @FreshSignIn
    ModelAndView create(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        PostView post = post(id);
        return forms.send(form(post, typed), locale, response, () -> {
            place(post, typed, by);
            return AgencyForms.page(post.agency());
        });
    }

    private void place(PostView post, Typed typed, Actor by) {
        UUID chosen = typed.id("officer");
        LocalDate from = typed.date("from");
        if (chosen == null) {
            UUID form = typed.id("form");
            if (form == null) {
                throw SharedProblem.FIELD_INVALID.because("form");
            }
            organization.enter(form, typed.text("name"), post.id(), from, by);
            return;
        }
        LocalDate to = typed.given("to") ? typed.date("to") : null;
        organization.place(
                new OfficerId(chosen),
                typed.number(seen(chosen)),
                post.id(),
                typed.given("main"),
                new Period(from, to),
                by);
    }

    /// The field with the version of an officer as the form showed them.
    private static String seen(UUID officer) {
        return "version-" + officer;
    }

    private FormView form(PostView post, Typed typed) {
        List<FormView.Option> people = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden("q", typed.text("q")));
        fields.add(Field.hidden("form", typed.text("form")));
        directory.searchOfficers(typed.text("q"), clock.today(), SHOWN).forEach(officer -> {
            people.add(new FormView.Option(officer.id().toString(), officer.name() + " · " + posts(officer), false));
            String seen = seen(officer.id().value());
            fields.add(Field.hidden(seen, typed.with(seen, officer.version()).text(seen)));
        });
        people.add(new FormView.Option("", "organization.field.officer.new", true));
        fields.addAll(List.of(
                Field.choice("officer", Kind.RADIO, "organization.field.officer", typed, people),
                Field.of("name", Kind.TEXT, "organization.field.officer-name", typed, false)
                        .hint("organization.hint.officer-name"),
                Field.of("from", Kind.DATE, "organization.field.from", typed, true),
                Field.of("to", Kind.DATE, "organization.field.to", typed, false).hint("organization.hint.to"),
                Field.of("main", Kind.CHECK, "organization.field.main", typed, false)));
        String action = "/organization/posts/" + post.id() + "/holdings";
        return new FormView(
                        AgencyForms.ROOT,
                        "organization.form.place",
                        post.title() + " · " + agencies.agency(post.agency()).shortName(),
                        action,
                        "organization.form.place.submit",
                        AgencyForms.page(post.agency()),
                        fields)
                .search(new FormView.Search(action + "/new", "organization.search.officer", typed.text("q")));
    }

    private String posts(OfficerView officer) {
        LocalDate today = clock.today();
        return directory.holdings(officer.id()).stream()
                .filter(holding -> holding.period().on(today))
                .flatMap(holding -> directory.post(holding.post()).stream())
                .map(post ->
                        post.title() + ", " + agencies.agency(post.agency()).shortName())
                .collect(Collectors.joining("; "));
    }

    private PostView post(UUID id) {
        return directory.post(new PostId(id)).orElseThrow(OrganizationProblem.POST_ABSENT::because);
    }
}
