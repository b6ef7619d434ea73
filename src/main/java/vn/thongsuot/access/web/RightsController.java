package vn.thongsuot.access.web;

import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountCare;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.WhoMay;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SignedIn;

/// What one person may do, and why: everyone's own, and for administrators anybody's they reach.
@Controller
@PreAuthorize("denyAll()")
class RightsController {

    private final WhoMay whoMay;
    private final AccountCare care;
    private final Accounts accounts;
    private final Colleagues colleagues;

    RightsController(WhoMay whoMay, AccountCare care, Accounts accounts, Colleagues colleagues) {
        this.whoMay = whoMay;
        this.care = care;
        this.accounts = accounts;
        this.colleagues = colleagues;
    }

    @GetMapping("/rights")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView own(SignedIn person) {
        List<WhoMay.Under> under =
                person.actor() instanceof Actor.Officer officer ? whoMay.of(officer.officer()) : List.of();
        return new ModelAndView(
                "access/rights",
                "view",
                new RightsPage(person.personName(), true, false, null, under, whoMay.everyone()));
    }

    @GetMapping("/access/people/{id}")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    ModelAndView show(@PathVariable UUID id, Actor by) {
        OfficerId officer = new OfficerId(id);
        if (!care.reaches(officer, by) || colleagues.name(officer).isEmpty()) {
            throw AccessProblem.OFFICER_ABSENT.because();
        }
        String account = accounts.findByOfficer(officer)
                .map(found -> found.id().toString())
                .orElse(null);
        return new ModelAndView(
                "access/rights",
                "view",
                new RightsPage(colleagues.name(officer), false, true, account, whoMay.of(officer), whoMay.everyone()));
    }
}
