package vn.thongsuot.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.thongsuot.access.AccessPermission;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;

/// Asks for the right an endpoint names before anything of the request is read: who may not do a thing learns
/// nothing about how it is asked for. An endpoint that names no right is closed. Spring's method security asks
/// once more, behind this. When the standing a session had chosen has ended meanwhile, nothing is done under another
/// one before the person has seen it.
@Component
final class Gate implements HandlerInterceptor {

    private static final Pattern NAMED = Pattern.compile("hasAuthority\\('([A-Z_]+)'\\)");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OURS = "vn.thongsuot.";
    /// Endpoints of libraries, which cannot name a right: the description of the API is for everybody.
    private static final Set<String> OPEN_LIBRARIES = Set.of("org.springdoc.webmvc.api.OpenApiWebMvcResource");

    private final Standings standings;

    Gate(Standings standings) {
        this.standings = standings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ASYNC || !(handler instanceof HandlerMethod endpoint)) {
            return true;
        }
        String rule = rule(endpoint);
        if (rule.equals("permitAll()")) {
            return true;
        }
        Matcher named = NAMED.matcher(rule);
        if (!named.matches()) {
            throw SharedProblem.NOT_ALLOWED.because();
        }
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (SessionStandings.changed(request) && !READS.contains(request.getMethod()) && !isOwn(named.group(1))) {
            throw AccessProblem.STANDING_ENDED.because();
        }
        if (!holds(person, named.group(1))) {
            throw elsewhere(person, named.group(1));
        }
        if (!READS.contains(request.getMethod()) && !isOwn(named.group(1)) && shownUnderAnother(request, person)) {
            throw AccessProblem.STANDING_CHANGED.because();
        }
        return true;
    }

    /// Whether the form was shown while the person acted under another post or delegation than now.
    private static boolean shownUnderAnother(HttpServletRequest request, @Nullable Authentication person) {
        return person != null
                && person.getPrincipal() instanceof Standing standing
                && StandingCsrf.standing(request)
                        .filter(shown -> !shown.equals(standing.standing()))
                        .isPresent();
    }

    /// What a person does with their own account is done under no post.
    private static boolean isOwn(String permission) {
        return permission.equals(AccessPermission.ACCOUNT_OWN.name());
    }

    /// Who holds the right under another post of theirs is told to switch.
    private Refusal elsewhere(@Nullable Authentication person, String permission) {
        return person != null && person.getPrincipal() instanceof Standing standing
                ? standings
                        .elsewhere(standing, permission)
                        .map(post -> AccessProblem.OTHER_POST.because(post.title() + ", " + post.agency()))
                        .orElseGet(SharedProblem.NOT_ALLOWED::because)
                : SharedProblem.NOT_ALLOWED.because();
    }

    private static String rule(HandlerMethod endpoint) {
        if (!endpoint.getBeanType().getName().startsWith(OURS)) {
            return OPEN_LIBRARIES.contains(endpoint.getBeanType().getName()) ? "permitAll()" : "denyAll()";
        }
        PreAuthorize named = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), PreAuthorize.class);
        return named == null ? "denyAll()" : named.value();
    }

    private static boolean holds(@Nullable Authentication person, String permission) {
        return person != null
                && person.getAuthorities().stream().anyMatch(held -> permission.equals(held.getAuthority()));
    }
}
