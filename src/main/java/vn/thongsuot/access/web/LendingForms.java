package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.Delegations;
import vn.thongsuot.organization.Period;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// The forms that leave one's rights to somebody else for some days: to lend a few of them, or to be away.
@Component
class LendingForms {

    private final Delegations delegations;
    private final Colleagues colleagues;
    private final Reasons reasons;
    private final BusinessClock clock;

    LendingForms(Delegations delegations, Colleagues colleagues, Reasons reasons, BusinessClock clock) {
        this.delegations = delegations;
        this.colleagues = colleagues;
        this.reasons = reasons;
        this.clock = clock;
    }

    ModelAndView show(String page, SignedIn person) {
        return show(page, Typed.nothing(), person);
    }

    /// The form with what was typed, and whom the search in it found.
    ModelAndView show(String page, Typed typed, SignedIn person) {
        return show(page, typed, person, null);
    }

    /// Does `act`; a refusal shows the form again.
    ModelAndView send(
            String page, Typed typed, SignedIn person, Locale locale, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/delegations");
        } catch (Refusal refused) {
            return show(page, typed, person, reasons.of(refused, locale, response));
        }
    }

    /// The days typed.
    static Period period(Typed typed) {
        LocalDate from = typed.date("from");
        LocalDate to = typed.date("to");
        if (to.isBefore(from)) {
            throw AccessProblem.DELEGATION_DAYS.because(Delegations.MOST_DAYS);
        }
        return new Period(from, to);
    }

    private ModelAndView show(String page, Typed typed, SignedIn person, @Nullable String error) {
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
        return new ModelAndView(page, "view", form);
    }
}
