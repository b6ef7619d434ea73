package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
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
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.Permissions;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Reasons;

/// Tokens for programs that act as oneself: issued within one's own permissions, shown once, revoked.
@Controller
@RequestMapping("/account/tokens")
@PreAuthorize("denyAll()")
class TokensController {

    private static final List<Integer> DAYS = List.of(7, 30, 90, Tokens.MOST_DAYS);
    private static final int USUAL_DAYS = 30;

    private final Tokens tokens;
    private final Permissions permissions;
    private final Reasons reasons;

    TokensController(Tokens tokens, Permissions permissions, Reasons reasons) {
        this.tokens = tokens;
        this.permissions = permissions;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView show(SignedIn person) {
        return new ModelAndView("access/tokens", "view", TokensView.of(tokens.of(OwnAccount.id(person)), permissions));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView edit(SignedIn person) {
        return form(person, "", Set.of(), USUAL_DAYS, null);
    }

    /// The token's text is in this answer only.
    @PostMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView create(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(name = "permission", required = false) @Nullable Set<String> chosen,
            @RequestParam(defaultValue = "0") int days,
            SignedIn person,
            Locale locale,
            HttpServletResponse response) {
        Standing standing = OwnAccount.standing(person);
        Set<String> scope = chosen == null ? Set.of() : chosen;
        try {
            if (scope.isEmpty() || !standing.permissions().containsAll(scope)) {
                throw AccessProblem.TOKEN_SCOPE.because();
            }
            String token = tokens.issue(standing.account(), label, scope, days, standing.actor());
            return new ModelAndView("access/token-issued", "view", new TokenIssuedView(label.strip(), token));
        } catch (Refusal refused) {
            return form(person, label, scope, days, reasons.of(refused, locale, response));
        }
    }

    @PostMapping("/{id}/revocation")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView delete(@PathVariable UUID id, SignedIn person) {
        Standing standing = OwnAccount.standing(person);
        tokens.revoke(standing.account(), id, standing.actor());
        return new ModelAndView("redirect:/account/tokens");
    }

    private ModelAndView form(SignedIn person, String label, Set<String> chosen, int days, @Nullable String error) {
        List<TokenFormView.Choice> choices = permissions.rights(person.permissions()).stream()
                .map(right -> new TokenFormView.Choice(right, chosen.contains(right.permission())))
                .toList();
        return new ModelAndView("access/token-new", "view", new TokenFormView(label, choices, DAYS, days, error));
    }
}
