package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.RoleReach;
import vn.thongsuot.access.RoleView;
import vn.thongsuot.access.Roles;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;

/// All roles, and opening one more.
@Controller
@RequestMapping("/access/roles")
@PreAuthorize("denyAll()")
class RolesController {

    private final Roles roles;
    private final Reasons reasons;

    RolesController(Roles roles, Reasons reasons) {
        this.roles = roles;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    ModelAndView index(Actor by) {
        return page("", RoleReach.UNDER, by, null);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView create(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "UNDER") RoleReach reach,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        try {
            return new ModelAndView("redirect:/access/roles/" + roles.open(title, reach, by));
        } catch (Refusal refused) {
            return page(title, reach, by, reasons.of(refused, locale, response));
        }
    }

    private ModelAndView page(String title, RoleReach reach, Actor by, @Nullable String error) {
        List<RoleView> all = roles.all();
        Map<String, Long> holders = roles.holderCounts(all);
        var lines = all.stream()
                .map(role -> new RolesPage.Line(role, holders.getOrDefault(role.code(), 0L)))
                .toList();
        return new ModelAndView(
                "access/roles", "view", new RolesPage(lines, roles.mayChange(by), title, reach.name(), error));
    }
}
