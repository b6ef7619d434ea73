package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.OneTimeCodes;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.shared.AccountId;

/// The way in, however a person proved who they are: leaves the trace, begins the session, or first asks for a code.
@Component
class Entrance {

    private static final Duration TO_ENTER_CODE = Duration.ofMinutes(5);
    private static final String ACCOUNT = "waiting-account";
    private static final String UNTIL = "waiting-until";
    private static final String NEXT = "waiting-next";

    private final Accounts accounts;
    private final Standings standings;
    private final SessionStandings sessions;
    private final OneTimeCodes codes;
    private final InstantSource realTime;

    Entrance(
            Accounts accounts,
            Standings standings,
            SessionStandings sessions,
            OneTimeCodes codes,
            InstantSource realTime) {
        this.accounts = accounts;
        this.standings = standings;
        this.sessions = sessions;
        this.codes = codes;
        this.realTime = realTime;
    }

    /// Somebody who gave the right password and must still give a code.
    record Waiting(AccountId account, String next) {}

    /// The password was right: lets in, or asks for the code first. Answers where to go.
    String firstStep(HttpServletRequest request, AccountView account, String means, String next) {
        if (codes.of(account.id()).isEmpty()) {
            return enter(request, account, means, next);
        }
        HttpSession session = SessionStandings.fresh(request);
        session.setMaxInactiveInterval((int) TO_ENTER_CODE.toSeconds());
        session.setAttribute(ACCOUNT, account.id().toString());
        session.setAttribute(UNTIL, realTime.instant().plus(TO_ENTER_CODE).toEpochMilli());
        session.setAttribute(NEXT, local(next));
        return "/sign-in/code";
    }

    /// Who waits to enter a code, within five minutes of the password.
    Optional<Waiting> waiting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACCOUNT) instanceof String account)
                || !(session.getAttribute(UNTIL) instanceof Long until)
                || !(session.getAttribute(NEXT) instanceof String next)
                || realTime.instant().isAfter(Instant.ofEpochMilli(until))) {
            return Optional.empty();
        }
        return Optional.of(new Waiting(AccountId.of(account), next));
    }

    /// Lets `account` in. Answers where to go.
    String enter(HttpServletRequest request, AccountView account, String means, String next) {
        if (account.suspended()) {
            throw AccessProblem.ACCOUNT_SUSPENDED.because();
        }
        Standing standing = standings.of(account.id(), null).orElseThrow(AccessProblem.NO_POST::because);
        accounts.signedIn(account.id(), means, standing.actor());
        sessions.begin(request, standing, means);
        return local(next);
    }

    /// Only an address of our own: an open redirect would lend our name to a stranger's page.
    static String local(String next) {
        boolean ours = next.startsWith("/")
                && !next.startsWith("//")
                && !next.startsWith("/\\")
                // A brace would be taken for a variable of the address.
                && next.chars().noneMatch(sign -> Character.isISOControl(sign) || sign == '{' || sign == '}');
        return ours ? next : "/";
    }
}
