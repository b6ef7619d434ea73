package vn.thongsuot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.access.DemonstrationAccount;

/// Every page a person can reach from the menu, and one link further: no barrier, nothing that sticks out of a
/// phone, no complaint of the browser; in light and dark. Pictures are left in `target/screens`.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class PagesTests {

    private static final String SAME_SHAPE =
            "[...document.querySelectorAll('main a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href').split('#')[0])";

    @LocalServerPort
    int port;

    @Test
    @Proves("H8.4")
    void noPageHasABarrierOrSticksOut() {
        List<String> found = new ArrayList<>();
        try (Browser browser = new Browser(port)) {
            Page desk = browser.as(DemonstrationAccount.ADMIN);
            Page phone = browser.signIn(browser.visitor(Browser.PHONE, ColorScheme.LIGHT), DemonstrationAccount.ADMIN);
            Set<String> addresses = addresses(desk);
            assertThat(addresses).contains("/", "/design", "/search");
            for (String address : addresses) {
                onADesk(found, desk, address);
                onAPhone(found, phone, address);
            }
            onADesk(found, browser.visitor(), "/sign-in");
            onAPhone(found, browser.visitor(Browser.PHONE, ColorScheme.LIGHT), "/sign-in");
            browser.complaints().stream()
                    .filter(said -> !said.contains("/no-such-page") || !said.contains("404"))
                    .forEach(found::add);
        }
        assertThat(found).isEmpty();
    }

    /// In the dark only the colours are others.
    private static void onADesk(List<String> found, Page page, String address) {
        look(found, page, address, "desk");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.picture(page, name(address) + "-dark");
        Browser.colourBarriers(page).forEach(barrier -> found.add(address + " (dark): " + barrier));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void onAPhone(List<String> found, Page page, String address) {
        look(found, page, address, "phone");
        page.setViewportSize(360, 780);
        Browser.assertNothingSticksOut(page);
        page.setViewportSize(Browser.PHONE, 844);
    }

    private static void look(List<String> found, Page page, String address, String kind) {
        page.navigate(address);
        Browser.picture(page, name(address) + "-" + kind);
        Browser.barriers(page).forEach(barrier -> found.add(address + " (" + kind + "): " + barrier));
        Browser.assertNothingSticksOut(page);
    }

    /// The menu's pages, and from each the first link of every shape: `/directory/agencies/{…}` once.
    private static Set<String> addresses(Page page) {
        Set<String> addresses = new LinkedHashSet<>(List.of("/"));
        Set<String> shapes = new LinkedHashSet<>();
        List<String> menu =
                links(page, "[...document.querySelectorAll('.ts-side a.ts-nav')].map(a => a.getAttribute('href'))");
        addresses.addAll(menu);
        addresses.addAll(List.of("/design", "/search", "/no-such-page"));
        for (String address : List.copyOf(addresses)) {
            page.navigate(address);
            for (String link : links(page, SAME_SHAPE)) {
                String path = link.split("\\?")[0];
                String shape = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+", "…");
                boolean download = path.matches(".*\\.(csv|ics|xlsx|zip|ndjson|txt|json)$") || path.contains("export");
                if (!download && !addresses.contains(path) && shapes.add(shape)) {
                    addresses.add(path);
                }
            }
        }
        return addresses;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }

    private static String name(String address) {
        String path = address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("[^a-z0-9-]+", "_");
        return path.equals("_") ? "home" : path.substring(1);
    }
}
