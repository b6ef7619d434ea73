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
import vn.thongsuot.access.FirstAdministrator;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;

/// The page behind the one-time link of a fresh installation.
@Controller
@RequestMapping("/first-administrator")
@PreAuthorize("denyAll()")
class FirstAdministratorController {

    private final FirstAdministrator first;
    private final Accounts accounts;
    private final Entrance entrance;
    private final Reasons reasons;

    FirstAdministratorController(FirstAdministrator first, Accounts accounts, Entrance entrance, Reasons reasons) {
        this.first = first;
        this.accounts = accounts;
        this.entrance = entrance;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    ModelAndView edit(@RequestParam(defaultValue = "") String key) {
        first.check(key);
        return page(key, "", null);
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    ModelAndView create(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            AccountView account = accounts.find(first.create(key, username, password))
                    .orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
            return new ModelAndView("redirect:" + entrance.enter(request, account, "first-administrator", "/"));
        } catch (Refusal refused) {
            if (refused.problem() == AccessProblem.LINK_USED) {
                throw refused;
            }
            return page(key, username, reasons.of(refused, locale, response));
        }
    }

    private static ModelAndView page(String key, String name, @Nullable String error) {
        return new ModelAndView("access/first-administrator", "view", new FirstView(key, name, error));
    }
}
