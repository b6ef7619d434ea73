package vn.thongsuot.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Words;

/// The reader's language and theme, kept in a cookie of this browser; also before signing in.
@Controller
@PreAuthorize("denyAll()")
class PreferenceController {

    private static final Duration YEAR = Duration.ofDays(365);

    private final LocaleResolver locales;

    PreferenceController(LocaleResolver locales) {
        this.locales = locales;
    }

    @PostMapping("/language")
    @PreAuthorize("permitAll()")
    ModelAndView language(@RequestParam String value, HttpServletRequest request, HttpServletResponse response) {
        Locale locale = switch (value) {
            case "vi" -> Words.VIETNAMESE;
            case "en" -> Locale.ENGLISH;
            default -> throw SharedProblem.BAD_REQUEST.because();
        };
        locales.setLocale(request, response, locale);
        return back(request);
    }

    @PostMapping("/theme")
    @PreAuthorize("permitAll()")
    ModelAndView theme(@RequestParam String value, HttpServletRequest request, HttpServletResponse response) {
        if (!Shells.THEMES.contains(value)) {
            throw SharedProblem.BAD_REQUEST.because();
        }
        ResponseCookie cookie = ResponseCookie.from(Shells.THEME_COOKIE, value)
                .path("/")
                .maxAge(YEAR)
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return back(request);
    }

    /// The page the form stood on, when it was one of ours.
    private static ModelAndView back(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        String path = "/";
        if (referer != null) {
            try {
                URI from = URI.create(referer);
                boolean ours = request.getServerName().equals(from.getHost());
                String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
                path = ours
                                && from.getRawPath().startsWith("/")
                                && !from.getRawPath().startsWith("//")
                        ? from.getRawPath() + query
                        : "/";
            } catch (IllegalArgumentException unreadable) {
                path = "/";
            }
        }
        return new ModelAndView("redirect:" + path);
    }
}
