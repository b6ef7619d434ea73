package vn.thongsuot.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.SignIns;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Answers;

/// Stands before every act marked {@link FreshSignIn}. A page is left for `/sign-in/again` and comes back; a form is
/// shown the question in its place, with all that was typed inside, and its answer comes with the form again: nothing
/// typed is kept on the server. Who lacks the act's permission is not asked but refused.
@Configuration(proxyBeanMethods = false)
class FreshSignIns implements HandlerInterceptor, WebMvcConfigurer {

    static final String PASSWORD = "again-password";
    static final String CODE = "again-code";
    static final String QUESTION = "/sign-in/again/question";

    private static final String ASKED = FreshSignIns.class.getName();

    private final SessionStandings sessions;
    private final SignIns signIns;

    FreshSignIns(SessionStandings sessions, SignIns signIns) {
        this.sessions = sessions;
        this.signIns = signIns;
    }

    /// A form that waits for its question to be answered.
    ///
    /// @param refused why the answer given was not enough; null at first
    record Asked(
            String action,
            List<AgainView.Typed> typed,
            @Nullable Refusal refused) {

        static @Nullable Asked of(HttpServletRequest request) {
            return request.getAttribute(ASKED) instanceof Asked asked ? asked : null;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(handler instanceof HandlerMethod act)
                || !act.hasMethodAnnotation(FreshSignIn.class)
                || authentication == null
                || !(authentication.getPrincipal() instanceof Standing person)
                || !permitted(act, authentication)
                || sessions.isFresh(request)) {
            return true;
        }
        if (BearerFilter.carries(request) || Answers.forPrograms(request)) {
            throw AccessProblem.SIGN_IN_AGAIN.because();
        }
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", again(pathOf(request.getHeader("HX-Current-URL"))));
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (request.getMethod().equals("GET")) {
            String query = request.getQueryString();
            response.sendRedirect(again(request.getRequestURI() + (query == null ? "" : "?" + query)));
            return false;
        }
        return answered(request, response, person);
    }

    private boolean answered(HttpServletRequest request, HttpServletResponse response, Standing person)
            throws IOException, ServletException {
        Refusal refused = null;
        String password = request.getParameter(PASSWORD);
        if (password != null) {
            try {
                String code = Objects.requireNonNullElse(request.getParameter(CODE), "");
                signIns.proveAgain(person.account(), password, code, request.getRemoteAddr());
                sessions.proved(request);
                return true;
            } catch (Refusal wrong) {
                refused = wrong;
            }
        }
        request.setAttribute(ASKED, new Asked(request.getRequestURI(), typed(request), refused));
        request.getRequestDispatcher(QUESTION).forward(request, response);
        return false;
    }

    private static List<AgainView.Typed> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !List.of("_csrf", PASSWORD, CODE).contains(field.getKey()))
                .flatMap(field ->
                        Arrays.stream(field.getValue()).map(value -> new AgainView.Typed(field.getKey(), value)))
                .toList();
    }

    /// Every endpoint names one permission, in these words; {@link PreAuthorize} itself refuses after us.
    private static boolean permitted(HandlerMethod act, Authentication person) {
        PreAuthorize rule = act.getMethodAnnotation(PreAuthorize.class);
        return rule != null
                && person.getAuthorities().stream()
                        .anyMatch(held -> rule.value().equals("hasAuthority('" + held.getAuthority() + "')"));
    }

    private static String again(String next) {
        return "/sign-in/again?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static String pathOf(@Nullable String address) {
        try {
            return address == null
                    ? "/"
                    : Objects.requireNonNullElse(URI.create(address).getRawPath(), "/");
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
