package vn.thongsuot.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.thongsuot.access.RequestLimits;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.web.Answers;
import vn.thongsuot.shared.web.Costly;

/// Slows an account that asks for too much, wherever it asks from: pages, the API, and what is costly each have
/// their own measure.
final class Pace implements HandlerInterceptor {

    private final TokenBuckets pages;
    private final TokenBuckets programs;
    private final TokenBuckets costly;

    Pace(RequestLimits limits, InstantSource realTime) {
        this.pages = new TokenBuckets(limits.pagesBurst(), limits.pagesPerSecond(), realTime);
        this.programs = new TokenBuckets(limits.programsBurst(), limits.programsPerSecond(), realTime);
        this.costly = new TokenBuckets(limits.costlyBurst(), limits.costlyPerSecond(), realTime);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (request.getDispatcherType() != DispatcherType.REQUEST
                || person == null
                || !(person.getPrincipal() instanceof Standing standing)) {
            return true;
        }
        String account = standing.account().toString();
        long wait = (Answers.forPrograms(request) ? programs : pages).take(account);
        if (wait == 0 && handler instanceof HandlerMethod endpoint && endpoint.hasMethodAnnotation(Costly.class)) {
            wait = costly.take(account);
        }
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            throw SharedProblem.TOO_MANY_REQUESTS.because();
        }
        return true;
    }
}
