package vn.thongsuot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.DemonstrationAccount;

/// Visitors in a real Chromium, as the system has it; one Chromium for all journeys, started by the first. What a page
/// says on the console or fails to load is kept, and fails the journey at the end.
final class Browser implements AutoCloseable {

    static final int DESK = 1440;
    static final int PHONE = 390;

    private static final double PATIENCE_MILLIS = 60_000;

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /// The headless shell first: the same engine without the browser around it, at half the cost.
    private static final List<String> PROGRAMS =
            List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser");

    private static final String AXE = axeScript();
    private static final String ALL_RULES =
            "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}";

    private static com.microsoft.playwright.@Nullable Browser running;

    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final String base;

    Browser(int port) {
        this.base = "http://localhost:" + port;
        // What a page shows in the end counts, not how busy the machine is.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.chromium = chromium();
    }

    private static com.microsoft.playwright.Browser chromium() {
        com.microsoft.playwright.Browser known = running;
        if (known != null && known.isConnected()) {
            return known;
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path program = PROGRAMS.stream()
                .map(Path::of)
                .filter(java.nio.file.Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium; bin/prepare installs it"));
        com.microsoft.playwright.Browser launched = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        running = launched;
        return launched;
    }

    /// A fresh visitor with a screen `width` pixels wide.
    Page visitor(int width, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setDeviceScaleFactor(1)
                .setColorScheme(scheme)
                .setHasTouch(width < 600)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        visitors.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    Page visitor() {
        return visitor(DESK, ColorScheme.LIGHT);
    }

    Page as(DemonstrationAccount account) {
        return signIn(visitor(), account);
    }

    /// Signs `page`'s visitor in by typing name and password.
    Page signIn(Page page, DemonstrationAccount account) {
        page.navigate("/sign-in");
        page.locator("#username").fill(account.signInName());
        page.locator("#password").fill(DemonstrationAccount.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /// What the browser complained of so far: scripts that failed, styles the policy refused.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Findings of axe that a person would stumble over.
    static List<String> barriers(Page page) {
        return axe(page, ALL_RULES);
    }

    /// Of these only what depends on colours, for a page whose other findings are known.
    static List<String> colourBarriers(Page page) {
        return axe(page, "{type: 'rule', values: ['color-contrast']}");
    }

    /// Runs axe itself in the page: the library's builder opens a second page for each run and takes three times as
    /// long.
    private static List<String> axe(Page page, String rules) {
        page.waitForLoadState(); // half a page has links whose words have not come yet
        if (Boolean.TRUE.equals(page.evaluate("typeof axe === 'undefined'"))) {
            page.evaluate(AXE); // half a megabyte; what a page was given once it keeps
        }
        Object found = page.evaluate("""
                () => axe.run(document, {resultTypes: ['violations'], runOnly: %s}).then(result => result.violations
                    .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
                    .map(rule => `${rule.id} ${rule.help} ${rule.nodes.slice(0, 3).map(node => node.html)}`))
                """.formatted(rules));
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axeScript() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8) + ";0";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Whether something is wider than the screen.
    static void assertNothingSticksOut(Page page) {
        Object excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) excess).intValue())
                .as("pixels that stick out of %s at %d", page.url(), page.viewportSize().width)
                .isLessThanOrEqualTo(0);
    }

    /// Keeps a picture under `target/screens` for people to look at.
    static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + ".png"))
                .setFullPage(false));
    }

    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }
}
