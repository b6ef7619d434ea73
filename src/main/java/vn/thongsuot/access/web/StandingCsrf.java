package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// Reads the token of a form, which carries after a `~` the standing its page was shown under. Two pages of one
/// session may show two: each form is then done as it was shown, or not at all.
final class StandingCsrf implements CsrfTokenRequestHandler {

    private static final char MARK = '~';

    private final CsrfTokenRequestHandler token = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> csrf) {
        token.handle(request, response, csrf);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken csrf) {
        return fromElsewhere(request) ? null : token.resolveCsrfTokenValue(new WithoutStanding(request), csrf);
    }

    /// Whether the browser says that another site sent the form. A sibling under the same domain could plant a cookie
    /// and a token that fit each other.
    private static boolean fromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /// The standing that the form of `request` was shown under; nothing where it carries none.
    static Optional<String> standing(HttpServletRequest request) {
        if (!(request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf)) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getHeader(csrf.getHeaderName()))
                .or(() -> Optional.ofNullable(request.getParameter(csrf.getParameterName())))
                .filter(said -> said.indexOf(MARK) >= 0)
                .map(said -> said.substring(said.indexOf(MARK) + 1));
    }

    private static final class WithoutStanding extends HttpServletRequestWrapper {

        WithoutStanding(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return bare(super.getHeader(name));
        }

        @Override
        public @Nullable String getParameter(String name) {
            return bare(super.getParameter(name));
        }

        private static @Nullable String bare(@Nullable String said) {
            int mark = said == null ? -1 : said.indexOf(MARK);
            return said == null || mark < 0 ? said : said.substring(0, mark);
        }
    }
}
