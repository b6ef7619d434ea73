package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.PostId;

/// Keeps in the session only whose it is and under which post; who that is now is asked on every request.
@Component
class SessionStandings implements SecurityContextRepository {

    static final Duration LONGEST = Duration.ofHours(12);

    private static final String ACCOUNT = "account";
    private static final String POST = "post";
    private static final String DELEGATION = "delegation";
    private static final String SINCE = "since";
    private static final String CHANGED = SessionStandings.class.getName() + ".changed";
    private static final String ANSWER = SessionStandings.class.getName();

    private final Standings standings;
    private final InstantSource realTime;

    SessionStandings(Standings standings, InstantSource realTime) {
        this.standings = standings;
        this.realTime = realTime;
    }

    /// Begins a session for `standing`, under a new session id.
    void begin(HttpServletRequest request, Standing standing, @Nullable PostId post) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, standing.account().toString());
        session.setAttribute(SINCE, realTime.instant().toEpochMilli());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                standing.account().toString());
        if (post != null) {
            session.setAttribute(POST, post.toString());
        }
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
        SecurityContext context = standing(request, request.getSession(false))
                .<SecurityContext>map(standing -> new SecurityContextImpl(authentication(standing)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
        request.setAttribute(ANSWER, context);
        return context;
    }

    private Optional<Standing> standing(HttpServletRequest request, @Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) {
            return Optional.empty();
        }
        Instant since =
                session.getAttribute(SINCE) instanceof Long millis ? Instant.ofEpochMilli(millis) : Instant.EPOCH;
        if (since.plus(LONGEST).isBefore(realTime.instant())) {
            session.invalidate();
            return Optional.empty();
        }
        PostId post = session.getAttribute(POST) instanceof String text ? PostId.of(text) : null;
        UUID delegation = session.getAttribute(DELEGATION) instanceof String text ? UUID.fromString(text) : null;
        Optional<Standing> standing = standings.of(AccountId.of(account), post, delegation);
        standing.filter(now -> !now.under(post, delegation)).ifPresent(_ -> {
            request.setAttribute(CHANGED, true);
            session.removeAttribute(delegation == null ? POST : DELEGATION);
        });
        return standing;
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
        return session != null && session.getAttribute(ACCOUNT) != null;
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
