package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.OneTimeCodes;
import vn.thongsuot.access.Sessions;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.shared.SignedIn;

/// One's own account: how one signs in, where one is signed in, language and theme.
@Controller
@RequestMapping("/account")
@PreAuthorize("denyAll()")
class AccountController {

    private static final Set<String> DONE = Set.of("password", "codes-off");

    private final OwnAccount own;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final Tokens tokens;

    AccountController(OwnAccount own, OneTimeCodes codes, Sessions sessions, Tokens tokens) {
        this.own = own;
        this.codes = codes;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView show(@RequestParam(defaultValue = "") String done, SignedIn person, HttpServletRequest request) {
        Standing standing = OwnAccount.standing(person);
        OwnAccount.Ways ways = own.ways(person);
        return new ModelAndView(
                "access/account",
                "view",
                new OverviewView(
                        standing.signInName(),
                        standing.personName(),
                        standing.postLine(),
                        ways.password(),
                        codes.of(standing.account()).orElse(null),
                        ways.passkeys(),
                        sessions.of(standing.account(), SessionStandings.id(request))
                                .size(),
                        tokens.of(standing.account()).size(),
                        DONE.contains(done) ? done : null));
    }
}
