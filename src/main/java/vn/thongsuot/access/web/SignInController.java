package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.SignIns;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProperties;
import vn.thongsuot.shared.web.Reasons;

/// Sign-in with name and password; the page also offers passkeys and other sign-on services.
@Controller
@RequestMapping("/sign-in")
@PreAuthorize("denyAll()")
class SignInController {

    private static final List<DemonstrationAccount> OFFERED = List.of(
            DemonstrationAccount.CLERK,
            DemonstrationAccount.LEADER,
            DemonstrationAccount.ONE_STOP,
            DemonstrationAccount.ADMIN);

    private final SignIns signIns;
    private final Entrance entrance;
    private final Reasons reasons;
    private final SignOnServices services;
    private final SharedProperties properties;

    SignInController(
            SignIns signIns, Entrance entrance, Reasons reasons, SignOnServices services, SharedProperties properties) {
        this.signIns = signIns;
        this.entrance = entrance;
        this.reasons = reasons;
        this.services = services;
        this.properties = properties;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    ModelAndView show(
            @RequestParam(defaultValue = "/") String next,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Refusal refused = SignOnServices.refusal(request);
        return page("", null, refused == null ? null : reasons.of(refused, locale, response), next);
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
            AccountView account = signIns.authenticate(username, password, request.getRemoteAddr());
            return new ModelAndView("redirect:" + entrance.firstStep(request, account, "password", next));
        } catch (Refusal refused) {
            return page(username, reasons.of(refused, locale, response), null, next);
        }
    }

    private ModelAndView page(String name, @Nullable String error, @Nullable String signOnError, String next) {
        boolean demonstration = properties.demonstration();
        List<DemonstrationAccount> others = Arrays.stream(DemonstrationAccount.values())
                .filter(account -> demonstration && !OFFERED.contains(account))
                .toList();
        String local = Entrance.local(next);
        return new ModelAndView(
                "access/sign-in",
                "view",
                new SignInView(
                        name,
                        error,
                        signOnError,
                        local,
                        services.all(local),
                        demonstration ? OFFERED : List.of(),
                        others));
    }
}
