package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.Absences;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.Delegations;
import vn.thongsuot.organization.Period;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Own delegations, given and received; a new one; ending one early.
@Controller
@RequestMapping("/delegations")
@PreAuthorize("denyAll()")
class DelegationController {

    private final Delegations delegations;
    private final Absences absences;
    private final Colleagues colleagues;
    private final Reasons reasons;
    private final BusinessClock clock;

    DelegationController(
            Delegations delegations, Absences absences, Colleagues colleagues, Reasons reasons, BusinessClock clock) {
        this.delegations = delegations;
        this.absences = absences;
        this.colleagues = colleagues;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView index(Actor by) {
        DelegationsPage page = by instanceof Actor.Officer officer
                ? new DelegationsPage(
                        delegations.receivedBy(officer.officer()),
                        delegations.givenBy(officer.officer()),
                        absences.of(officer.officer()),
                        officer.delegation() == null)
                : new DelegationsPage(List.of(), List.of(), List.of(), false);
        return new ModelAndView("access/delegations", "view", page);
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView edit(SignedIn person) {
        return form(Typed.nothing(), person, null);
    }

    /// Gives the delegation; sent by the button that looks for a person, only shows whom it found.
    @PostMapping
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    @FreshSignIn
    ModelAndView create(Typed typed, SignedIn person, Locale locale, HttpServletResponse response) {
        if (typed.has("find")) {
            return form(typed, person, null);
        }
        try {
            UUID delegate = typed.id("person");
            if (delegate == null) {
                throw AccessProblem.DELEGATE_MISSING.because();
            }
            Period period = period(typed);
            delegations.give(new OfficerId(delegate), new HashSet<>(typed.all("right")), period, person.actor());
            return new ModelAndView("redirect:/delegations");
        } catch (Refusal refused) {
            return form(typed, person, reasons.of(refused, locale, response));
        }
    }

    @PostMapping("/{id}/end")
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView end(@PathVariable UUID id, Actor by) {
        delegations.end(id, by);
        return new ModelAndView("redirect:/delegations");
    }

    static Period period(Typed typed) {
        var from = typed.date("from");
        var to = typed.date("to");
        if (to.isBefore(from)) {
            throw AccessProblem.DELEGATION_DAYS.because(Delegations.MOST_DAYS);
        }
        return new Period(from, to);
    }

    private ModelAndView form(Typed typed, SignedIn person, @Nullable String error) {
        Actor by = person.actor();
        Set<String> chosen = new HashSet<>(typed.all("right"));
        List<LendingForm.RightChoice> rights = delegations.delegable(by).stream()
                .map(right -> new LendingForm.RightChoice(
                        right.permission(), right.title(), chosen.contains(right.permission())))
                .toList();
        String today = clock.today().toString();
        LendingForm form = new LendingForm(
                colleagues.choice(typed, by, officer -> delegations.mayLendTo(officer, by)),
                rights,
                person.postLine(),
                typed.has("from") ? typed.text("from") : today,
                typed.text("to"),
                today,
                error);
        return new ModelAndView("access/delegation-form", "view", form);
    }
}
