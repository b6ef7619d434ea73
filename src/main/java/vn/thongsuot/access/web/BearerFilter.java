package vn.thongsuot.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.web.Answers;

/// Lets a program in by `Authorization: Bearer …`: as the token's account, within the token's limits.
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Standings standings;
    private final Answers answers;

    BearerFilter(Tokens tokens, Standings standings, Answers answers) {
        this.tokens = tokens;
        this.standings = standings;
        this.answers = answers;
    }

    static boolean carries(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        Optional<Standing> standing = tokens.find(token).flatMap(bearer -> {
            Set<String> limits = bearer.permissions();
            Optional<Standing> whole =
                    standings.of(bearer.account(), bearer.post()).filter(person -> person.under(bearer.post(), null));
            return limits == null ? whole : whole.map(person -> person.limitedTo(limits));
        });
        if (standing.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            answers.write(request, response, SharedProblem.SIGN_IN_NEEDED.because(), null);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(SessionStandings.authentication(standing.get())));
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
