package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.shared.SharedProblem;

/// Easy ways in, for visitors of a demonstration. In production this controller does not exist.
@Controller
@PreAuthorize("denyAll()")
@ConditionalOnProperty(name = "thongsuot.demonstration", havingValue = "true", matchIfMissing = true)
class DemonstrationController {

    private static final int DAYS = 30;

    private final Accounts accounts;
    private final Standings standings;
    private final Tokens tokens;
    private final Entrance entrance;

    DemonstrationController(Accounts accounts, Standings standings, Tokens tokens, Entrance entrance) {
        this.accounts = accounts;
        this.standings = standings;
        this.tokens = tokens;
        this.entrance = entrance;
    }

    @PostMapping("/demonstration/sign-in")
    @PreAuthorize("permitAll()")
    ModelAndView signIn(
            @RequestParam DemonstrationAccount account,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request) {
        AccountView known =
                accounts.findByName(account.signInName()).orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
        return new ModelAndView("redirect:" + entrance.firstStep(request, known, "demonstration", next));
    }

    /// A token for `bin/token`: asked from this machine only.
    @PostMapping(
            path = "/api/demonstration/tokens",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @ResponseBody
    Issued issue(@RequestBody Wanted wanted, HttpServletRequest request) {
        ThisMachine.need(request);
        String user = wanted.user();
        if (user == null) {
            throw SharedProblem.FIELD_INVALID.because("user");
        }
        Standing standing = standing(user);
        Integer days = wanted.days();
        return new Issued(
                tokens.issue(standing.account(), "bin/token", null, days == null ? DAYS : days, standing.actor()));
    }

    private Standing standing(String name) {
        AccountView account = accounts.findByName(name).orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
        return standings.of(account.id(), null).orElseThrow(AccessProblem.NO_POST::because);
    }

    record Wanted(@Nullable String user, @Nullable Integer days) {}

    record Issued(String token) {}
}
