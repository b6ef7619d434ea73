package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
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
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Typed;

/// Own delegations, given and received; a new one; ending one early.
@Controller
@RequestMapping("/delegations")
@PreAuthorize("denyAll()")
class DelegationController {

    private static final String FORM = "access/delegation-form";

    private final Delegations delegations;
    private final Absences absences;
    private final LendingForms forms;
    private final BusinessClock clock;

    DelegationController(Delegations delegations, Absences absences, LendingForms forms, BusinessClock clock) {
        this.delegations = delegations;
        this.absences = absences;
        this.forms = forms;
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
                        officer.delegation() == null,
                        clock.today())
                : new DelegationsPage(List.of(), List.of(), List.of(), false, clock.today());
        return new ModelAndView("access/delegations", "view", page);
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView edit(SignedIn person) {
        return forms.show(FORM, person);
    }

    /// Only looks for a person: nothing is given yet, so nobody is asked who they are.
    @PostMapping(params = "find")
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView find(Typed typed, SignedIn person) {
        return forms.show(FORM, typed, person);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    @FreshSignIn
    ModelAndView create(Typed typed, SignedIn person, Locale locale, HttpServletResponse response) {
        return forms.send(FORM, typed, person, locale, response, () -> {
            UUID delegate = typed.id("person");
            if (delegate == null) {
                throw AccessProblem.DELEGATE_MISSING.because();
            }
            Set<String> rights = new HashSet<>(typed.all("right"));
            delegations.give(new OfficerId(delegate), rights, LendingForms.period(typed), person.actor());
        });
    }

    @PostMapping("/{id}/end")
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView end(@PathVariable UUID id, Actor by) {
        delegations.end(id, by);
        return new ModelAndView("redirect:/delegations");
    }
}
