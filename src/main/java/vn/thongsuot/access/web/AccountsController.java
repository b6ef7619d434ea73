package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountCare;
import vn.thongsuot.access.AccountRegister;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// The accounts within an administrator's reach, and opening one for an officer.
@Controller
@RequestMapping("/access/accounts")
@PreAuthorize("denyAll()")
class AccountsController {

    private final AccountRegister register;
    private final AccountCare care;
    private final Colleagues colleagues;
    private final Reasons reasons;

    AccountsController(AccountRegister register, AccountCare care, Colleagues colleagues, Reasons reasons) {
        this.register = register;
        this.care = care;
        this.colleagues = colleagues;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    ModelAndView index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Actor by) {
        Page<AccountView> page = register.list(q, after, by);
        return new ModelAndView(
                "access/accounts",
                "view",
                new AccountsPage(q.strip(), page.map(this::line).items(), page.next(), after == null));
    }

    private AccountsPage.Line line(AccountView account) {
        OfficerId officer = account.officer();
        return new AccountsPage.Line(
                account.id().toString(),
                account.name(),
                officer == null ? "" : colleagues.name(officer),
                officer == null ? "" : colleagues.posts(officer),
                account.suspended(),
                account.hasPassword());
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    ModelAndView edit(Actor by) {
        return form(Typed.nothing(), by, null);
    }

    /// Opens the account; sent by the button that looks for a person, only shows whom it found.
    @PostMapping
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    ModelAndView create(Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        if (typed.has("find")) {
            return form(typed, by, null);
        }
        try {
            UUID officer = typed.id("person");
            if (officer == null) {
                throw AccessProblem.DELEGATE_MISSING.because();
            }
            return new ModelAndView(
                    "redirect:/access/accounts/" + care.open(typed.text("name"), new OfficerId(officer), by));
        } catch (Refusal refused) {
            return form(typed, by, reasons.of(refused, locale, response));
        }
    }

    private ModelAndView form(Typed typed, Actor by, @Nullable String error) {
        PersonChoice people = colleagues.choice(typed, by, officer -> care.reaches(officer, by));
        return new ModelAndView("access/account-new", "view", new AccountForm(people, typed.text("name"), error));
    }
}
