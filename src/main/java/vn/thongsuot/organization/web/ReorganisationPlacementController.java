package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.organization.ReorganisationContent.ByHand;
import vn.thongsuot.organization.ReorganisationContent.Rule;
import vn.thongsuot.organization.ReorganisationContent.Seat;
import vn.thongsuot.organization.ReorganisationId;
import vn.thongsuot.organization.ReorganisationPlans;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.organization.Reorganisations;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// Where people go: a rule for all of an agency, and by hand for one person.
@Controller
@RequestMapping(ReorganisationController.HOME + "/{id}")
@PreAuthorize("denyAll()")
class ReorganisationPlacementController {

    private final Reorganisations reorganisations;
    private final ReorganisationPlans plans;
    private final PlanAgencies agencies;
    private final Directory directory;
    private final Forms forms;

    ReorganisationPlacementController(
            Reorganisations reorganisations,
            ReorganisationPlans plans,
            PlanAgencies agencies,
            Directory directory,
            Forms forms) {
        this.reorganisations = reorganisations;
        this.plans = plans;
        this.agencies = agencies;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping("/rules/{agency}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView rule(@PathVariable UUID id, @PathVariable UUID agency, Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        AgencyId from = new AgencyId(agency);
        Optional<Rule> known = plans.content(plan.id()).rules().stream()
                .filter(rule -> rule.from().equals(from))
                .findFirst();
        return forms.show(form(
                plan,
                from,
                Typed.nothing()
                        .with("version", plan.version())
                        .with(
                                "to",
                                known.map(rule -> agencies.label(plan, rule.to()))
                                        .orElse(""))
                        .with(
                                "unit",
                                known.flatMap(rule -> Optional.ofNullable(rule.unit()))
                                        .orElse(""))));
    }

    @PostMapping("/rules/{agency}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView setRule(
            @PathVariable UUID id,
            @PathVariable UUID agency,
            Typed typed,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        AgencyId from = new AgencyId(agency);
        return forms.send(form(plan, from, typed), locale, response, () -> {
            Rule rule = new Rule(from, agencies.need(plan, typed.text("to")), typed.orNull("unit"));
            reorganisations.place(plan.id(), typed.version(), List.of(rule), List.of(), by);
            return impact(plan);
        });
    }

    @GetMapping("/holdings/{holding}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView seat(@PathVariable UUID id, @PathVariable UUID holding, Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        HoldingView held = holding(holding);
        PostView post = post(held);
        Optional<Seat> seat = plans.content(plan.id()).byHand().stream()
                .filter(hand -> hand.holding().equals(holding))
                .map(ByHand::seat)
                .findFirst();
        return forms.show(form(
                plan,
                held,
                Typed.nothing()
                        .with("version", plan.version())
                        .with(
                                "to",
                                seat.map(one -> agencies.label(plan, one.agency()))
                                        .orElse(""))
                        .with(
                                "unit",
                                seat.flatMap(one -> Optional.ofNullable(one.unit()))
                                        .orElse(""))
                        .with("kind", seat.map(Seat::kind).orElse(post.kind()))
                        .with("title", seat.map(Seat::title).orElse(post.title()))));
    }

    @PostMapping("/holdings/{holding}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView setSeat(
            @PathVariable UUID id,
            @PathVariable UUID holding,
            Typed typed,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        return forms.send(form(plan, holding(holding), typed), locale, response, () -> {
            Seat seat = new Seat(
                    agencies.need(plan, typed.text("to")),
                    typed.orNull("unit"),
                    typed.choice("kind", PostKind.class),
                    typed.text("title"));
            reorganisations.place(plan.id(), typed.version(), List.of(), List.of(new ByHand(holding, seat)), by);
            return impact(plan);
        });
    }

    private HoldingView holding(UUID id) {
        return directory.holding(id).orElseThrow(OrganizationProblem.HOLDING_ABSENT::because);
    }

    private PostView post(HoldingView holding) {
        return directory.post(holding.post()).orElseThrow(OrganizationProblem.POST_ABSENT::because);
    }

    private static String impact(ReorganisationView plan) {
        return ReorganisationController.page(plan.id()) + "/impact";
    }

    private FormView form(ReorganisationView plan, AgencyId from, Typed typed) {
        return form(
                plan,
                "rule",
                shortName(from),
                "/rules/" + from,
                Field.hidden("version", typed.text("version")),
                Field.of("to", Kind.AGENCY, "organization.reorganisation.rule.to", typed, true)
                        .hint("organization.reorganisation.rule.hint"),
                Field.of("unit", Kind.TEXT, "organization.reorganisation.unit", typed, false)
                        .hint("organization.reorganisation.rule.unit.hint"));
    }

    private FormView form(ReorganisationView plan, HoldingView holding, Typed typed) {
        PostView post = post(holding);
        String person = directory
                .officer(holding.officer())
                .map(OfficerView::name)
                .orElseThrow(OrganizationProblem.OFFICER_ABSENT::because);
        return form(
                plan,
                "seat",
                person + " · " + post.title() + ", " + shortName(post.agency()),
                "/holdings/" + holding.id(),
                Field.hidden("version", typed.text("version")),
                Field.of("to", Kind.AGENCY, "organization.reorganisation.rule.to", typed, true)
                        .hint("organization.reorganisation.agency.hint"),
                Field.of("unit", Kind.TEXT, "organization.reorganisation.unit", typed, false)
                        .hint("organization.reorganisation.seat.unit.hint"),
                Field.choice("kind", Kind.SELECT, "organization.field.post-kind", typed, AgencyForms.postKinds()),
                Field.of("title", Kind.TEXT, "organization.field.title", typed, true)
                        .hint("organization.reorganisation.seat.title.hint"));
    }

    private static FormView form(ReorganisationView plan, String name, String subject, String path, Field... fields) {
        String page = ReorganisationController.page(plan.id());
        return new FormView(
                        ReorganisationController.ROOT,
                        "organization.reorganisation." + name,
                        subject,
                        page + path,
                        "organization.reorganisation." + name + ".submit",
                        impact(plan),
                        List.of(fields))
                .lookup(page + "/agencies");
    }

    private String shortName(AgencyId agency) {
        return directory
                .agency(agency)
                .map(AgencyView::shortName)
                .orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
    }
}
