package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SignedIn;

/// Switches the post a person acts under, own or lent; every later act records it.
@Controller
@PreAuthorize("denyAll()")
class ActingPostController {

    private final Accounts accounts;
    private final Standings standings;
    private final SessionStandings sessions;

    ActingPostController(Accounts accounts, Standings standings, SessionStandings sessions) {
        this.accounts = accounts;
        this.standings = standings;
        this.sessions = sessions;
    }

    @PostMapping("/acting-post")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView create(
            @RequestParam(required = false) @Nullable UUID post,
            @RequestParam(required = false) @Nullable UUID delegation,
            SignedIn person,
            HttpServletRequest request) {
        if (!(person instanceof Standing standing) || (post == null && delegation == null)) {
            throw AccessProblem.POST_NOT_YOURS.because();
        }
        PostId wanted = post == null ? null : new PostId(post);
        Standing switched = standings
                .of(standing.account(), wanted, delegation)
                .filter(now -> now.under(wanted, delegation))
                .orElseThrow(() -> delegation == null
                        ? AccessProblem.POST_NOT_YOURS.because()
                        : AccessProblem.DELEGATION_OVER.because());
        if (switched.actor() instanceof Actor.Officer officer) {
            accounts.switched(standing.account(), officer.post(), officer);
        }
        if (delegation != null) {
            sessions.actFor(request, delegation);
        } else if (wanted != null) {
            sessions.actUnder(request, wanted);
        }
        return new ModelAndView("redirect:/");
    }
}
