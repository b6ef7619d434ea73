package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.SignOn;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Refusal;

/// Sign-on by OpenID Connect services, as many as `spring.security.oauth2.client.registration` names. They say who
/// somebody is; who that is here, and whether they may enter, is ours to say. The second step, too, is theirs.
@Component
class SignOnServices {

    /// The page that says, in the tab opened for it, that the person is proven again.
    static final String DONE = "/sign-in/again?done";

    private static final String AGAIN_PAGE = "/sign-in/again";

    private static final Logger LOG = LoggerFactory.getLogger(SignOnServices.class);
    private static final String REFUSED = "sign-on-refused";
    private static final String NEXT = "sign-on-next";
    private static final String AGAIN = "again";
    private static final String PROVING = "sign-on-proving";
    private static final String PATH = "/oauth2/authorization";

    private final @Nullable InMemoryClientRegistrationRepository registrations;
    private final SignOn signOn;
    private final Entrance entrance;
    private final SessionStandings sessions;

    SignOnServices(
            ObjectProvider<InMemoryClientRegistrationRepository> registrations,
            SignOn signOn,
            Entrance entrance,
            SessionStandings sessions) {
        this.registrations = registrations.getIfAvailable();
        this.signOn = signOn;
        this.entrance = entrance;
        this.sessions = sessions;
    }

    /// The services to offer on the sign-in page, coming back to `next`.
    List<SignInView.Service> all(String next) {
        return services("?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /// The same, asking the person to sign in there again.
    List<SignInView.Service> again() {
        return services("?" + AGAIN + "=true&next=" + URLEncoder.encode(DONE, StandardCharsets.UTF_8));
    }

    private List<SignInView.Service> services(String query) {
        InMemoryClientRegistrationRepository configured = registrations;
        return configured == null
                ? List.of()
                : StreamSupport.stream(configured.spliterator(), false)
                        .map(service -> new SignInView.Service(
                                PATH + "/" + service.getRegistrationId() + query, service.getClientName()))
                        .toList();
    }

    /// Lets the services' answers in, where there are any.
    void configure(HttpSecurity http) {
        InMemoryClientRegistrationRepository configured = registrations;
        if (configured == null) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(
                        new Departure(new DefaultOAuth2AuthorizationRequestResolver(configured, PATH))))
                .successHandler(this::recognised)
                .failureHandler(this::failed));
    }

    /// Why the last sign-on of this visitor was refused; told once.
    static @Nullable Refusal refusal(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(REFUSED) instanceof String name)) {
            return null;
        }
        session.removeAttribute(REFUSED);
        return AccessProblem.valueOf(name).because();
    }

    private void recognised(HttpServletRequest request, HttpServletResponse response, Authentication said)
            throws IOException {
        if (!(said.getPrincipal() instanceof OidcUser person)
                || !(person.getIssuer() instanceof URL issuer)
                || !(person.getSubject() instanceof String subject)) {
            refuse(request, response, AccessProblem.SIGN_ON_FAILED);
            return;
        }
        String next = request.getSession().getAttribute(NEXT) instanceof String wanted ? wanted : "/";
        try {
            AccountView account = signOn.accountOf(issuer.toString(), subject, person.getClaims());
            Optional<AccountId> known = proving(request);
            if (known.isPresent() && !known.get().equals(account.id())) {
                throw AccessProblem.SIGN_ON_OTHER_ACCOUNT.because();
            }
            String where = known.isPresent() ? next : entrance.enter(request, account, "sign-on", next);
            // Fresh is what the service says, not that its old session let the person through without a question.
            sessions.proved(request, Objects.requireNonNullElse(person.getAuthenticatedAt(), Instant.EPOCH));
            response.sendRedirect(where);
        } catch (Refusal refused) {
            if (!(refused.problem() instanceof AccessProblem problem)) {
                throw refused;
            }
            LOG.info("A sign-on was refused: {}", problem.code());
            refuse(request, response, problem);
        }
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.info("A sign-on was not completed: {}", why.getClass().getSimpleName());
        refuse(request, response, AccessProblem.SIGN_ON_FAILED);
    }

    /// Whoever only had to prove again who they are stays signed in.
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessProblem problem)
            throws IOException {
        boolean known = proving(request).isPresent();
        HttpSession session = known ? request.getSession() : SessionStandings.fresh(request);
        session.setAttribute(REFUSED, problem.name());
        response.sendRedirect(known ? AGAIN_PAGE : "/sign-in");
    }

    /// Who is signed in and was sent to prove it again.
    private static Optional<AccountId> proving(HttpServletRequest request) {
        return SessionStandings.account(request)
                .filter(_ -> request.getSession().getAttribute(PROVING) != null);
    }

    /// Sends a visitor to a service, remembering where to go afterwards.
    private record Departure(OAuth2AuthorizationRequestResolver plain) implements OAuth2AuthorizationRequestResolver {

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return prepared(request, plain.resolve(request));
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return prepared(request, plain.resolve(request, registration));
        }

        private static @Nullable OAuth2AuthorizationRequest prepared(
                HttpServletRequest request, @Nullable OAuth2AuthorizationRequest departure) {
            if (departure == null) {
                return null;
            }
            String next = Objects.requireNonNullElse(request.getParameter("next"), "/");
            HttpSession session = request.getSession();
            session.setAttribute(NEXT, Entrance.local(next));
            boolean again = request.getParameter(AGAIN) != null;
            session.setAttribute(PROVING, again ? AGAIN : null);
            return !again
                    ? departure
                    : OAuth2AuthorizationRequest.from(departure)
                            .additionalParameters(parameters -> parameters.put("prompt", "login"))
                            .build();
        }
    }
}
