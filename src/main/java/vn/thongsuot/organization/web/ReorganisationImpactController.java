package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
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
import vn.thongsuot.organization.ReorganisationStatus;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.organization.Reorganisations;
import vn.thongsuot.organization.web.ImpactPage.Part;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Problem;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Costly;
import vn.thongsuot.shared.web.Reasons;

/// What a plan would do or did; and the decisions on it: approved, taken back, given up.
@Controller
@RequestMapping(ReorganisationController.HOME + "/{id}")
@PreAuthorize("denyAll()")
class ReorganisationImpactController {

    private final Reorganisations reorganisations;
    private final ReorganisationPlans plans;
    private final ImpactPages pages;
    private final PlanAgencies agencies;
    private final Reasons reasons;

    ReorganisationImpactController(
            Reorganisations reorganisations,
            ReorganisationPlans plans,
            ImpactPages pages,
            PlanAgencies agencies,
            Reasons reasons) {
        this.reorganisations = reorganisations;
        this.plans = plans;
        this.pages = pages;
        this.agencies = agencies;
        this.reasons = reasons;
    }

    @GetMapping("/impact")
    @Costly
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "OBSTACLES") Part part,
            @RequestParam(defaultValue = "") String after,
            Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        boolean applied = plan.status() == ReorganisationStatus.APPLIED;
        boolean people = Set.of(Part.PEOPLE, Part.OTHER_KIND).contains(part);
        return new ModelAndView(
                "organization/impact",
                "view",
                applied
                        ? pages.done(plan, people ? part : Part.PEOPLE, people ? after : "")
                        : pages.forecast(plan, part, after));
    }

    /// Suggestions for a field that asks for an agency: the field's own value is what was typed.
    @GetMapping("/agencies")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView suggest(
            @PathVariable UUID id,
            @RequestParam String field,
            @RequestParam java.util.Map<String, String> fields,
            Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        return new ModelAndView(
                "organization/agency-options", "names", agencies.suggest(plan, fields.getOrDefault(field, "")));
    }

    @PostMapping("/approval")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    @FreshSignIn
    ModelAndView approve(
            @PathVariable UUID id, @RequestParam long version, Actor by, Locale locale, HttpServletResponse response) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        try {
            reorganisations.approve(plan.id(), version, by);
            return new ModelAndView("redirect:" + ReorganisationController.page(plan.id()));
        } catch (Refusal refused) {
            if (refused.problem().kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            return pages.refused(plan, reasons.of(refused, locale, response));
        }
    }

    @PostMapping("/reopening")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    String reopen(@PathVariable UUID id, @RequestParam long version, Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        reorganisations.reopen(plan.id(), version, by);
        return "redirect:" + ReorganisationController.page(plan.id());
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    String withdraw(@PathVariable UUID id, @RequestParam long version, Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        reorganisations.withdraw(plan.id(), version, by);
        return "redirect:" + ReorganisationController.HOME;
    }
}
