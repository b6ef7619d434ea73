package vn.thongsuot.access.web;

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
import vn.thongsuot.access.PasswordLinks;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;

/// The page behind the link that sets a password.
@Controller
@RequestMapping("/set-password")
@PreAuthorize("denyAll()")
class SetPasswordController {

    private final PasswordLinks links;
    private final Reasons reasons;

    SetPasswordController(PasswordLinks links, Reasons reasons) {
        this.links = links;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    ModelAndView edit(@RequestParam(defaultValue = "") String key) {
        return page(key, null);
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    ModelAndView create(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletResponse response) {
        try {
            links.use(key, password);
            return new ModelAndView("redirect:/sign-in");
        } catch (Refusal refused) {
            if (refused.problem() == AccessProblem.PASSWORD_LINK_USED) {
                throw refused;
            }
            return page(key, reasons.of(refused, locale, response));
        }
    }

    private ModelAndView page(String key, @Nullable String error) {
        return new ModelAndView(
                "access/set-password",
                "view",
                new SetPasswordView(key, links.check(key).name(), error));
    }
}
