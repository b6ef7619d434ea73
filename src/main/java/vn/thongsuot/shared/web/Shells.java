package vn.thongsuot.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.shared.SharedProperties;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Words;

/// Makes the {@link Shell} of a request.
@Component
final class Shells {

    /// What stands between the token of a form and the standing its page was shown under.
    private static final String STANDING_AFTER = "~";

    static final String THEME_COOKIE = "theme";
    static final String LANGUAGE_COOKIE = "lang";
    static final Set<String> THEMES = Set.of("light", "dark", "auto");

    private static final List<Locale> SPOKEN = List.of(Words.VIETNAMESE, Locale.ENGLISH);

    private final Words words;
    private final List<MenuItem> items;
    private final BusinessClock clock;
    private final SharedProperties properties;
    private final Assets assets;
    private final LocaleResolver locales;

    Shells(
            Words words,
            List<MenuItem> items,
            BusinessClock clock,
            SharedProperties properties,
            Assets assets,
            LocaleResolver locales) {
        this.words = words;
        this.locales = locales;
        this.items = items.stream()
                .sorted(Comparator.comparing(MenuItem::section).thenComparingInt(MenuItem::order))
                .toList();
        this.clock = clock;
        this.properties = properties;
        this.assets = assets;
    }

    Shell of(HttpServletRequest request) {
        SignedIn person = person(request);
        return new Shell(
                words,
                locale(request),
                String.valueOf(request.getRequestURI()),
                properties.province(),
                person,
                menu(person),
                clock.demonstration() ? new Shell.Clock(clock.instant(), clock.rate()) : null,
                csrf(request, person),
                theme(request),
                assets::href);
    }

    /// The reader's language, also where no servlet was reached: what the person chose; for a program that chose
    /// nothing, what it accepts; else Vietnamese.
    Locale locale(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Language");
        boolean chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE) != null;
        if (!chosen && accepted != null && Answers.forPrograms(request)) {
            return accepted(accepted);
        }
        return locales.resolveLocale(request);
    }

    private static Locale accepted(String header) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return best == null ? Words.VIETNAMESE : best;
        } catch (IllegalArgumentException unreadable) {
            return Words.VIETNAMESE;
        }
    }

    private static @Nullable SignedIn person(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn person
                ? person
                : null;
    }

    private List<Shell.MenuGroup> menu(@Nullable SignedIn person) {
        if (person == null) {
            return List.of();
        }
        return Stream.of(MenuItem.Section.values())
                .map(section -> new Shell.MenuGroup(section, itemsOf(section, person)))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private List<MenuItem> itemsOf(MenuItem.Section section, SignedIn person) {
        return items.stream()
                .filter(item -> item.section() == section)
                .filter(item -> person.permissions().contains(item.permission().name()))
                .toList();
    }

    private static Shell.Csrf csrf(HttpServletRequest request, @Nullable SignedIn person) {
        String standing = person == null ? "" : STANDING_AFTER + person.standing();
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken() + standing)
                : new Shell.Csrf("X-CSRF-TOKEN", "_csrf", "");
    }

    private static String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "auto";
    }
}
