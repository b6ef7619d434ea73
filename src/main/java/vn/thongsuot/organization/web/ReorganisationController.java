package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.ReorganisationId;
import vn.thongsuot.organization.ReorganisationPlans;
import vn.thongsuot.organization.ReorganisationStep;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.organization.Reorganisations;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// The plans of reorganisation: the list, one plan with its steps, and the form for title, decision and day.
@Controller
@RequestMapping(ReorganisationController.HOME)
@PreAuthorize("denyAll()")
class ReorganisationController {

    static final String HOME = "/organization/reorganisations";
    static final FormView.Root ROOT = new FormView.Root(HOME, "organization.reorganisation.menu");
    private static final int ROWS = 50;

    private final Reorganisations reorganisations;
    private final ReorganisationPlans plans;
    private final ReorganisationPages pages;
    private final Forms forms;
    private final BusinessClock clock;

    ReorganisationController(
            Reorganisations reorganisations,
            ReorganisationPlans plans,
            ReorganisationPages pages,
            Forms forms,
            BusinessClock clock) {
        this.reorganisations = reorganisations;
        this.plans = plans;
        this.pages = pages;
        this.forms = forms;
        this.clock = clock;
    }

    static String page(ReorganisationId plan) {
        return HOME + "/" + plan;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView list(@RequestParam(defaultValue = "") String after, Actor by) {
        return new ModelAndView("organization/reorganisations", "view", plans.list(by, after, ROWS));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView draft() {
        return forms.show(form(null, Typed.nothing().with("on", clock.today())));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView create(Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return forms.send(
                form(null, typed),
                locale,
                response,
                () -> page(reorganisations.draft(typed.text("title"), typed.orNull("decision"), typed.date("on"), by)));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(required = false) ReorganisationStep.@Nullable Kind kind,
            @RequestParam(defaultValue = "0") int after,
            Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        return new ModelAndView("organization/reorganisation", "view", pages.plan(plan, kind, after));
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id, Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        String decision = plan.decision();
        return forms.show(form(
                plan,
                Typed.nothing()
                        .with("title", plan.title())
                        .with("decision", decision == null ? "" : decision)
                        .with("on", plan.on())
                        .with("version", plan.version())));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView update(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        return forms.send(form(plan, typed), locale, response, () -> {
            reorganisations.describe(
                    plan.id(), typed.version(), typed.text("title"), typed.orNull("decision"), typed.date("on"), by);
            return page(plan.id());
        });
    }

    private static FormView form(@Nullable ReorganisationView plan, Typed typed) {
        String what = plan == null ? "new" : "edit";
        return new FormView(
                ROOT,
                "organization.reorganisation." + what,
                plan == null ? "" : plan.title(),
                plan == null ? HOME : page(plan.id()),
                "organization.reorganisation." + what + ".submit",
                plan == null ? HOME : page(plan.id()),
                List.of(
                        Field.hidden("version", typed.text("version")),
                        Field.of("title", Kind.TEXT, "organization.reorganisation.title", typed, true)
                                .hint("organization.reorganisation.title.hint"),
                        Field.of("decision", Kind.TEXT, "organization.reorganisation.decision", typed, false)
                                .hint("organization.reorganisation.decision.hint"),
                        Field.of("on", Kind.DATE, "organization.reorganisation.on", typed, true)
                                .hint("organization.reorganisation.on.hint")));
    }
}
