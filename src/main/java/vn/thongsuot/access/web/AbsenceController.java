package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import vn.thongsuot.access.AbsenceView;
import vn.thongsuot.access.Absences;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Typed;

/// Who is away: the agency's coming weeks; recording one's own absence; coming back early.
@Controller
@RequestMapping("/absences")
@PreAuthorize("denyAll()")
class AbsenceController {

    private static final String FORM = "access/absence-form";
    private static final int WEEKS_SHOWN = 8;

    private final Absences absences;
    private final Directory directory;
    private final LendingForms forms;
    private final BusinessClock clock;

    AbsenceController(Absences absences, Directory directory, LendingForms forms, BusinessClock clock) {
        this.absences = absences;
        this.directory = directory;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ABSENCE_VIEW')")
    ModelAndView index(Actor by) {
        LocalDate today = clock.today();
        LocalDate to = today.plusWeeks(WEEKS_SHOWN);
        List<AbsenceView> away =
                by instanceof Actor.Officer officer ? absences.of(officer.agency(), today, to) : List.of();
        String agency = by instanceof Actor.Officer officer
                ? directory.agency(officer.agency()).map(AgencyView::shortName).orElse("")
                : "";
        return new ModelAndView("access/absences", "view", new AbsencesPage(agency, today, to, today, away));
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
            UUID replacement = typed.id("person");
            absences.record(
                    LendingForms.period(typed),
                    replacement == null ? null : new OfficerId(replacement),
                    person.actor());
        });
    }

    @PostMapping("/{id}/end")
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView end(@PathVariable UUID id, Actor by) {
        absences.end(id, by);
        return new ModelAndView("redirect:/delegations");
    }
}
