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
import vn.thongsuot.access.SignIns;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Reasons;

/// Asks somebody signed in to prove again who they are, before a dangerous act.
@Controller
@RequestMapping("/sign-in/again")
@PreAuthorize("denyAll()")
class SignInAgainController {

    private final SessionStandings sessions;
    private final SignIns signIns;
    private final OwnAccount own;
    private final SignOnServices services;
    private final Reasons reasons;

    SignInAgainController(
            SessionStandings sessions, SignIns signIns, OwnAccount own, SignOnServices services, Reasons reasons) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.own = own;
        this.services = services;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView show(
            @RequestParam(defaultValue = "/account") String next,
            @RequestParam(required = false) @Nullable String done,
            SignedIn person,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Refusal refused = SignOnServices.refusal(request);
        boolean fresh = refused == null && sessions.isFresh(request);
        if (fresh && done == null) {
            return new ModelAndView("redirect:" + Entrance.local(next));
        }
        String why = refused == null ? null : reasons.of(refused, locale, response);
        return page("/sign-in/again", List.of(new AgainView.Typed("next", Entrance.local(next))), person, fresh, why);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView create(
            @RequestParam(defaultValue = "/account") String next,
            @RequestParam(name = FreshSignIns.PASSWORD, defaultValue = "") String password,
            @RequestParam(name = FreshSignIns.CODE, defaultValue = "") String code,
            SignedIn person,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        String local = Entrance.local(next);
        try {
            if (!sessions.isFresh(request)) {
                signIns.proveAgain(OwnAccount.id(person), password, code, request.getRemoteAddr());
                sessions.proved(request);
            }
            return new ModelAndView("redirect:" + local);
        } catch (Refusal refused) {
            String why = reasons.of(refused, locale, response);
            return page("/sign-in/again", List.of(new AgainView.Typed("next", local)), person, false, why);
        }
    }

    /// The question in place of a form that was sent: {@link FreshSignIns} forwards here, nobody comes by themselves.
    @PostMapping("/question")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView ask(SignedIn person, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        FreshSignIns.Asked asked = FreshSignIns.Asked.of(request);
        if (asked == null) {
            return new ModelAndView("redirect:/account");
        }
        Refusal refused = asked.refused();
        String why = refused == null ? null : reasons.of(refused, locale, response);
        return page(asked.action(), asked.typed(), person, false, why);
    }

    private ModelAndView page(
            String action, List<AgainView.Typed> typed, SignedIn person, boolean done, @Nullable String error) {
        OwnAccount.Ways ways = own.ways(person);
        return new ModelAndView(
                "access/sign-in-again",
                "view",
                new AgainView(
                        action,
                        typed,
                        ways.password(),
                        ways.codes(),
                        ways.passkeys() > 0,
                        services.again(),
                        done,
                        error));
    }
}
