package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.thongsuot.access.AccessProperties;
import vn.thongsuot.access.Standings;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.shared.SharedPermission;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.web.Answers;

/// The gate: everything needs a sign-in or a token unless listed here, and then one named permission at its
/// endpoint.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/code",
        "/webauthn/authenticate/options",
        "/login/webauthn",
        "/assets/**",
        "/error",
        "/v3/api-docs",
        "/demonstration/**",
        "/api/demonstration/**",
        "/first-administrator",
        "/set-password",
        "/language",
        "/theme"
    };
    private static final long YEAR_IN_SECONDS = 31_536_000;

    private final Answers answers;
    private final LimitFilter limits;

    SecurityConfiguration(Answers answers, AccessProperties properties, InstantSource realTime) {
        this.answers = answers;
        this.limits = new LimitFilter(properties.limits(), answers, realTime);
    }

    /// Programs: no session, no cookie, hence no CSRF.
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens, Standings standings) throws Exception {
        return http.securityMatcher(BearerFilter::carries)
                .authorizeHttpRequests(
                        requests -> operations(requests).anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterAfter(limits, HeaderWriterFilter.class)
                .addFilterBefore(new BearerFilter(tokens, standings, answers), AuthorizationFilter.class)
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(this::errors)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, SessionStandings sessions, SignOnServices services) throws Exception {
        services.configure(http);
        CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
        csrf.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        csrf.setCookieName("csrf");
        return http.addFilterAfter(limits, HeaderWriterFilter.class)
                .authorizeHttpRequests(
                        requests -> operations(requests.requestMatchers(OPEN).permitAll())
                                .anyRequest()
                                .authenticated())
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(protection -> protection
                        .csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new StandingCsrf())
                        // Another tab's form stays good when somebody proves again who they are.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers("/api/demonstration/**"))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(this::errors)
                .build();
    }

    /// There are no users but {@link vn.thongsuot.access.Accounts}: this keeps Boot from making one up.
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /// Measures of the installation are no controllers' and name their permission here.
    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry operations(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        return requests.requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAuthority(SharedPermission.OPERATIONS_VIEW.name());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(Answers.CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(self), microphone=(), geolocation=(), payment=(), usb=()"))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(YEAR_IN_SECONDS));
    }

    private void errors(ExceptionHandlingConfigurer<HttpSecurity> errors) {
        errors.authenticationEntryPoint(this::signInNeeded).accessDeniedHandler(this::notAllowed);
    }

    private void signInNeeded(HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
            throws IOException {
        if (Answers.forPrograms(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            answers.write(request, response, SharedProblem.SIGN_IN_NEEDED.because(), null);
            return;
        }
        String query = request.getQueryString();
        String wanted =
                request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
        String signIn =
                wanted.equals("/") ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        if ("true".equals(request.getHeader("HX-Request"))) {
            // htmx would follow a redirect and put the sign-in page into a corner of the old one.
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect(signIn);
    }

    private void notAllowed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        SharedProblem problem = denied instanceof CsrfException ? SharedProblem.FORM_STALE : SharedProblem.NOT_ALLOWED;
        answers.write(request, response, problem.because(), null);
    }
}
