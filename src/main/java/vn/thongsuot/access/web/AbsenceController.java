package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AbsenceView;
import vn.thongsuot.access.Absences;
import vn.thongsuot.access.Delegations;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Who is away: the agency's coming weeks; recording one's own absence; coming back early.
@Controller
@RequestMapping("/absences")
@PreAuthorize("denyAll()")
class AbsenceController {

    private static final int WEEKS_SHOWN = 8;

    private final Absences absences;
    private final Delegations delegations;
    private final Directory directory;
    private final Colleagues colleagues;
    private final Reasons reasons;

    AbsenceController(
            Absences absences, Delegations delegations, Directory directory, Colleagues colleagues, Reasons reasons) {
        this.absences = absences;
        this.delegations = delegations;
        this.directory = directory;
        this.colleagues = colleagues;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ABSENCE_VIEW')")
    ModelAndView index(Actor by) {
        LocalDate today = colleagues.today();
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
        return form(Typed.nothing(), person, null);
    }

    /// Records the absence; sent by the button that looks for a person, only shows whom it found.
    @PostMapping
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView create(Typed typed, SignedIn person, Locale locale, HttpServletResponse response) {
        if (typed.has("find")) {
            return form(typed, person, null);
        }
        try {
            UUID replacement = typed.id("person");
            absences.record(
                    DelegationController.period(typed),
                    replacement == null ? null : new OfficerId(replacement),
                    person.actor());
            return new ModelAndView("redirect:/delegations");
        } catch (Refusal refused) {
            return form(typed, person, reasons.of(refused, locale, response));
        }
    }

    @PostMapping("/{id}/end")
    @PreAuthorize("hasAuthority('DELEGATION_OWN')")
    ModelAndView end(@PathVariable UUID id, Actor by) {
        absences.end(id, by);
        return new ModelAndView("redirect:/delegations");
    }

    private ModelAndView form(Typed typed, SignedIn person, @Nullable String error) {
        Actor by = person.actor();
        String today = colleagues.today().toString();
        LendingForm form = new LendingForm(
                colleagues.choice(typed, by, officer -> delegations.mayLendTo(officer, by)),
                delegations.delegable(by).stream()
                        .map(right -> new LendingForm.RightChoice(right.permission(), right.title(), true))
                        .toList(),
                person.postLine(),
                typed.has("from") ? typed.text("from") : today,
                typed.text("to"),
                today,
                error);
        return new ModelAndView("access/absence-form", "view", form);
    }
}
