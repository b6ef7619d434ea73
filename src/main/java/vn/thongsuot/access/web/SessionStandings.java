package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import vn.thongsuot.access.Sessions;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.PostId;

/// Keeps in the session only whose it is and under which post; who that is now is asked on every request.
@Component
class SessionStandings implements SecurityContextRepository {

    /// However busy, and however idle a session may be. An open page's live stream does not count as being busy.
    static final Duration LONGEST = Duration.ofHours(12);

    static final Duration IDLE = Duration.ofMinutes(30);

    /// How long a proof of who one is stays fresh enough for a dangerous act.
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final String LIVE = "/live";
    private static final String UNATTENDED = "X-Unattended";
    private static final int LONGEST_AGENT = 300;
    private static final String POST = "post";
    private static final String DELEGATION = "delegation";
    private static final String PROVED = "proved";
    private static final String CHANGED = SessionStandings.class.getName() + ".changed";
    private static final String ANSWER = SessionStandings.class.getName();

    private final Standings standings;
    private final InstantSource realTime;

    SessionStandings(Standings standings, InstantSource realTime) {
        this.standings = standings;
        this.realTime = realTime;
    }

    /// Begins a session for `standing` under a new session id; `means` says how the person proved who they are.
    void begin(HttpServletRequest request, Standing standing, String means) {
        HttpSession session = fresh(request);
        Instant now = realTime.instant();
        session.setAttribute(Sessions.ACCOUNT, standing.account().toString());
        session.setAttribute(Sessions.SINCE, now.toEpochMilli());
        session.setAttribute(Sessions.SEEN, now.toEpochMilli());
        session.setAttribute(PROVED, now.toEpochMilli());
        session.setAttribute(Sessions.HANDLE, UUID.randomUUID().toString());
        session.setAttribute(Sessions.MEANS, means);
        session.setAttribute(Sessions.ADDRESS, request.getRemoteAddr());
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        session.setAttribute(Sessions.AGENT, agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                standing.account().toString());
    }

    /// An empty session in place of any old one, so that nobody enters with an id they knew before.
    static HttpSession fresh(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        return request.getSession(true);
    }

    /// Whether whoever asks proved a short while ago who they are.
    boolean isFresh(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && !BearerFilter.carries(request)
                && time(session, PROVED).plus(FRESH).isAfter(realTime.instant());
    }

    /// The person just proved it again.
    void proved(HttpServletRequest request) {
        proved(request, realTime.instant());
    }

    void proved(HttpServletRequest request, Instant at) {
        request.getSession().setAttribute(PROVED, at.toEpochMilli());
    }

    /// The id of the session that asks, to tell it from others of the account.
    static @Nullable String id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    /// Whose session asks.
    static Optional<AccountId> account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Sessions.ACCOUNT) instanceof String account
                ? Optional.of(AccountId.of(account))
                : Optional.empty();
    }

    void actUnder(HttpServletRequest request, PostId post) {
        request.getSession().setAttribute(POST, post.toString());
        request.getSession().removeAttribute(DELEGATION);
    }

    void actFor(HttpServletRequest request, UUID delegation) {
        request.getSession().setAttribute(DELEGATION, delegation.toString());
    }

    /// Whether the standing this session chose has ended since its last request, so that this one would be done
    /// under another than the person thinks.
    static boolean changed(HttpServletRequest request) {
        return request.getAttribute(CHANGED) != null;
    }

    static UsernamePasswordAuthenticationToken authentication(Standing standing) {
        return UsernamePasswordAuthenticationToken.authenticated(
                standing, null, AuthorityUtils.createAuthorityList(standing.permissions()));
    }

    private SecurityContext load(HttpServletRequest request) {
        if (request.getAttribute(ANSWER) instanceof SecurityContext answered) {
            return answered;
        }
        SecurityContext context = standing(request)
                .<SecurityContext>map(standing -> new SecurityContextImpl(authentication(standing)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
        request.setAttribute(ANSWER, context);
        return context;
    }

    private Optional<Standing> standing(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(Sessions.ACCOUNT) instanceof String account)) {
            return Optional.empty();
        }
        Instant now = realTime.instant();
        Instant seen = time(session, Sessions.SEEN);
        if (time(session, Sessions.SINCE).plus(LONGEST).isBefore(now)
                || seen.plus(IDLE).isBefore(now)) {
            session.invalidate();
            return Optional.empty();
        }
        if (seen.plus(SEEN_EVERY).isBefore(now) && !unattended(request)) {
            session.setAttribute(Sessions.SEEN, now.toEpochMilli());
        }
        PostId post = session.getAttribute(POST) instanceof String text ? PostId.of(text) : null;
        UUID delegation = session.getAttribute(DELEGATION) instanceof String text ? UUID.fromString(text) : null;
        Optional<Standing> standing = standings.of(AccountId.of(account), post, delegation);
        standing.filter(found -> !found.under(post, delegation)).ifPresent(_ -> {
            request.setAttribute(CHANGED, true);
            session.removeAttribute(delegation == null ? POST : DELEGATION);
        });
        return standing;
    }

    /// Whether nobody need be at the screen: the live stream, and what a page fetches anew because of it.
    private static boolean unattended(HttpServletRequest request) {
        return request.getRequestURI().equals(LIVE) || request.getHeader(UNATTENDED) != null;
    }

    private static Instant time(HttpSession session, String attribute) {
        return session.getAttribute(attribute) instanceof Long millis ? Instant.ofEpochMilli(millis) : Instant.EPOCH;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OnDemand(() -> load(request));
    }

    /// Nothing: {@link #begin} writes the session, and nothing else may.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(ANSWER, context);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Sessions.ACCOUNT) != null;
    }

    private static final class OnDemand implements DeferredSecurityContext {

        private final Supplier<SecurityContext> source;
        private @Nullable SecurityContext context;

        OnDemand(Supplier<SecurityContext> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            SecurityContext loaded = context;
            if (loaded == null) {
                loaded = source.get();
                context = loaded;
            }
            return loaded;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
