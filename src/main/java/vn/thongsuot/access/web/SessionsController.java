package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.Sessions;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.SignedIn;

/// Where one is signed in, and how to end that elsewhere.
@Controller
@RequestMapping("/account/sessions")
@PreAuthorize("denyAll()")
class SessionsController {

    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView show(SignedIn person, HttpServletRequest request) {
        return new ModelAndView(
                "access/sessions",
                "view",
                SessionsView.of(sessions.of(OwnAccount.id(person), SessionStandings.id(request))));
    }

    @PostMapping("/{handle}/end")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView delete(@PathVariable UUID handle, SignedIn person) {
        Standing standing = OwnAccount.standing(person);
        sessions.end(standing.account(), handle, standing.actor());
        return new ModelAndView("redirect:/account/sessions");
    }

    @PostMapping("/others/end")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView deleteOthers(SignedIn person, HttpServletRequest request) {
        Standing standing = OwnAccount.standing(person);
        sessions.endOthers(standing.account(), SessionStandings.id(request), standing.actor());
        return new ModelAndView("redirect:/account/sessions");
    }
}
