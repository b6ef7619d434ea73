package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProperties;
import vn.thongsuot.shared.Words;

/// Sign-in with name and password.
@Controller
@RequestMapping("/sign-in")
@PreAuthorize("denyAll()")
class SignInController {

    private static final List<DemonstrationAccount> OFFERED = List.of(
            DemonstrationAccount.CLERK,
            DemonstrationAccount.LEADER,
            DemonstrationAccount.ONE_STOP,
            DemonstrationAccount.ADMIN);

    private final Accounts accounts;
    private final Standings standings;
    private final SessionStandings sessions;
    private final Words words;
    private final SharedProperties properties;

    SignInController(
            Accounts accounts,
            Standings standings,
            SessionStandings sessions,
            Words words,
            SharedProperties properties) {
        this.accounts = accounts;
        this.standings = standings;
        this.sessions = sessions;
        this.words = words;
        this.properties = properties;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    ModelAndView show(@RequestParam(defaultValue = "/") String next) {
        return page("", null, local(next));
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    ModelAndView create(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            AccountView account = accounts.authenticate(username, password, request.getRemoteAddr());
            Standing standing = standings.of(account.id(), null).orElseThrow(AccessProblem.NO_POST::because);
            accounts.signedIn(account.id(), "password", standing.actor());
            sessions.begin(request, standing, null);
            return new ModelAndView("redirect:" + local(next));
        } catch (Refusal refused) {
            response.setStatus(refused.problem() == AccessProblem.SIGN_IN_LOCKED ? 429 : 422);
            String key = "problem." + refused.problem().code();
            String detail = words.has(key + ".detail") ? key + ".detail" : key;
            return page(username, words.of(locale, detail, refused.arguments().toArray()), local(next));
        }
    }

    private ModelAndView page(String name, @Nullable String error, String next) {
        List<DemonstrationAccount> roles = properties.demonstration() ? OFFERED : List.of();
        return new ModelAndView("access/sign-in", "view", new SignInView(name, error, next, roles));
    }

    /// Only an address of our own: an open redirect would lend our name to a stranger's page.
    static String local(String next) {
        boolean ours = next.startsWith("/")
                && !next.startsWith("//")
                && !next.startsWith("/\\")
                && next.indexOf('\n') < 0
                && next.indexOf('\r') < 0;
        return ours ? next : "/";
    }
}
