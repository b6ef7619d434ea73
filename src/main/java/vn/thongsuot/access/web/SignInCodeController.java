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
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.SignIns;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;

/// The second step of a sign-in: a code from the app, or a recovery code. Open only to who gave the right password
/// within the last five minutes.
@Controller
@RequestMapping("/sign-in/code")
@PreAuthorize("denyAll()")
class SignInCodeController {

    private final SignIns signIns;
    private final Accounts accounts;
    private final Entrance entrance;
    private final Reasons reasons;

    SignInCodeController(SignIns signIns, Accounts accounts, Entrance entrance, Reasons reasons) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.entrance = entrance;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    ModelAndView show(HttpServletRequest request) {
        return entrance.waiting(request).isEmpty() ? new ModelAndView("redirect:/sign-in") : page(null);
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    ModelAndView create(
            @RequestParam(defaultValue = "") String code,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Entrance.Waiting waiting = entrance.waiting(request).orElse(null);
        if (waiting == null) {
            return new ModelAndView("redirect:/sign-in");
        }
        try {
            signIns.enterCode(waiting.account(), code, request.getRemoteAddr());
            AccountView account = accounts.find(waiting.account()).orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
            return new ModelAndView("redirect:" + entrance.enter(request, account, "code", waiting.next()));
        } catch (Refusal refused) {
            return page(reasons.of(refused, locale, response));
        }
    }

    private static ModelAndView page(@Nullable String error) {
        return new ModelAndView("access/sign-in-code", "view", new CodeView(error));
    }
}
