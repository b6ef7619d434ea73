package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Sessions;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Reasons;

/// Changes one's own password; everywhere else one is signed out.
@Controller
@RequestMapping("/account/password")
@PreAuthorize("denyAll()")
class PasswordController {

    private final OwnAccount own;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Reasons reasons;

    PasswordController(OwnAccount own, Accounts accounts, Sessions sessions, Reasons reasons) {
        this.own = own;
        this.accounts = accounts;
        this.sessions = sessions;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView edit(SignedIn person) {
        return page(person, null);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView update(
            @RequestParam(defaultValue = "") String password,
            SignedIn person,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Standing standing = OwnAccount.standing(person);
        try {
            accounts.setPassword(standing.account(), password, standing.actor());
        } catch (Refusal refused) {
            return page(person, reasons.of(refused, locale, response));
        }
        sessions.endOthers(standing.account(), SessionStandings.id(request), standing.actor());
        return new ModelAndView("redirect:/account?done=password");
    }

    private ModelAndView page(SignedIn person, @Nullable String error) {
        return new ModelAndView(
                "access/password",
                "view",
                new PasswordView(own.of(person).name(), own.of(person).hasPassword(), error));
    }
}
