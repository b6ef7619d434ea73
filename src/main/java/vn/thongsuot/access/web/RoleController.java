package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.Permissions;
import vn.thongsuot.access.RoleReach;
import vn.thongsuot.access.RoleView;
import vn.thongsuot.access.Roles;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Reasons;

/// One role: its rights, the posts it belongs to, who has it.
@Controller
@RequestMapping("/access/roles/{code}")
@PreAuthorize("denyAll()")
class RoleController {

    private static final int SHOWN = 100;

    private final Roles roles;
    private final Permissions permissions;
    private final Colleagues colleagues;
    private final Reasons reasons;

    RoleController(Roles roles, Permissions permissions, Colleagues colleagues, Reasons reasons) {
        this.roles = roles;
        this.permissions = permissions;
        this.colleagues = colleagues;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    ModelAndView show(@PathVariable String code, @RequestParam(defaultValue = "") String q, Actor by) {
        RoleView role = roles.find(code);
        return page(role, role.permissions(), q.strip(), by, null);
    }

    @PostMapping("/rights")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView change(
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam(defaultValue = "UNDER") RoleReach reach,
            @RequestParam(name = "right", required = false) @Nullable List<String> rights,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        Set<String> chosen = new HashSet<>(rights == null ? List.of() : rights);
        chosen.retainAll(permissions.special());
        return act(code, chosen, by, locale, response, () -> roles.change(code, version, chosen, reach, by));
    }

    @PostMapping("/kinds")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView giveToKind(
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam PostKind kind,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        return act(code, null, by, locale, response, () -> roles.give(code, version, kind, by));
    }

    @PostMapping("/kinds/{kind}/end")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView takeFromKind(
            @PathVariable String code,
            @PathVariable PostKind kind,
            @RequestParam long version,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        return act(code, null, by, locale, response, () -> roles.take(code, version, kind, by));
    }

    @PostMapping("/posts")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView giveToPost(
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam UUID post,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        return act(code, null, by, locale, response, () -> roles.give(code, version, new PostId(post), by));
    }

    @PostMapping("/posts/{post}/end")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView takeFromPost(
            @PathVariable String code,
            @PathVariable UUID post,
            @RequestParam long version,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        return act(code, null, by, locale, response, () -> roles.take(code, version, new PostId(post), by));
    }

    private ModelAndView act(
            String code,
            @Nullable Set<String> chosen,
            Actor by,
            Locale locale,
            HttpServletResponse response,
            Runnable change) {
        try {
            change.run();
            return new ModelAndView("redirect:/access/roles/" + code);
        } catch (Refusal refused) {
            RoleView role = roles.find(code);
            String why = reasons.of(refused, locale, response);
            return page(role, chosen == null ? role.permissions() : chosen, "", by, why);
        }
    }

    private ModelAndView page(RoleView role, Set<String> chosen, String query, Actor by, @Nullable String error) {
        List<Roles.Holder> holders = roles.holders(role);
        Map<PostKind, Long> people = roles.holdersOfKinds();
        List<RolePage.Kind> kinds = Arrays.stream(PostKind.values())
                .map(kind -> kind(kind, people.getOrDefault(kind, 0L)))
                .toList();
        Set<String> given = new HashSet<>();
        role.kinds().forEach(kind -> given.add(kind.name()));
        return new ModelAndView(
                "access/role",
                "view",
                new RolePage(
                        role,
                        roles.mayChange(by),
                        permissions.rights(permissions.special()).stream()
                                .map(right -> new LendingForm.RightChoice(
                                        right.permission(), right.title(), chosen.contains(right.permission())))
                                .toList(),
                        kinds.stream()
                                .filter(kind -> given.contains(kind.name()))
                                .toList(),
                        kinds.stream()
                                .filter(kind -> !given.contains(kind.name()))
                                .toList(),
                        role.posts().stream()
                                .map(post -> new RolePage.Post(post.toString(), colleagues.line(post)))
                                .toList(),
                        holders.stream().limit(SHOWN).toList(),
                        holders.size(),
                        query,
                        colleagues.found(query),
                        error));
    }

    private static RolePage.Kind kind(PostKind kind, long people) {
        return new RolePage.Kind(kind.name(), Words.key("organization.post-kind.", kind), people);
    }
}
