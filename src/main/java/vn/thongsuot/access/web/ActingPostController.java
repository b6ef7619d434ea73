package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SignedIn;

/// Switches the post a person acts under; every later act records it.
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
    ModelAndView create(@RequestParam UUID post, SignedIn person, HttpServletRequest request) {
        PostId wanted = new PostId(post);
        if (!(person instanceof Standing standing)) {
            throw AccessProblem.POST_NOT_YOURS.because();
        }
        Standing switched = standings
                .of(standing.account(), wanted)
                .filter(now -> now.posts().stream()
                        .anyMatch(choice -> choice.acting() && choice.id().equals(wanted)))
                .orElseThrow(AccessProblem.POST_NOT_YOURS::because);
        accounts.switched(standing.account(), wanted, switched.actor());
        sessions.actUnder(request, wanted);
        return new ModelAndView("redirect:/");
    }
}
