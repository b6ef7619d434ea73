package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.SignedIn;

@Controller
@PreAuthorize("denyAll()")
class SignOutController {

    private final Accounts accounts;

    SignOutController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/sign-out")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView create(SignedIn person, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (person instanceof Standing standing) {
            accounts.signedOut(standing.account(), standing.actor());
        }
        return new ModelAndView("redirect:/sign-in");
    }
}
