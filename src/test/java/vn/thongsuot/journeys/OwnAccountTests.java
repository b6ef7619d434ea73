package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Oathtool;
import vn.thongsuot.access.Passkeys;
import vn.thongsuot.shared.Actor;

/// One's own account in a real Chromium: an authenticator app that scans what the screen shows, and a device with
/// passkeys (Chromium's virtual authenticator).
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H6.1")
class OwnAccountTests {

    private static final String PASSWORD = "Ghe-ngo-dua-tren-song-Long-Binh"; // not-a-secret
    /// Pixels of border before a code's white ground begins, and the squares of quiet around its dark ones.
    private static final int FRAME = 2;

    private static final int QUIET = 4;

    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]+)&");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Passkeys passkeys;

    @Autowired
    JdbcClient jdbc;

    @Test
    void turnsOneTimeCodesOnByScanningTheScreenAndEntersWithThem() throws Exception {
        AccountView account = account("quet.ma");
        try (Browser browser = new Browser(port)) {
            Page page = enter(browser, account);
            page.navigate("/account");
            page.getByText("Bật mã dùng một lần").first().click();
            page.locator("main .btn-primary").click();
            String uri = scanned(page.locator("#qr"));
            assertThat(uri).startsWith("otpauth://totp/Th%C3%B4ng%20Su%E1%BB%91t:quet.ma?");
            Matcher secret = SECRET.matcher(uri);
            assertThat(secret.find()).as(uri).isTrue();
            String key = secret.group(1);
            Browser.picture(page, "account-codes-new-desk");
            assertThat(Browser.barriers(page)).isEmpty();
            page.locator("#code").fill(Oathtool.code(key, Instant.now().minusSeconds(30)));
            page.locator("main .btn-primary").click();
            assertThat(page.locator("#recovery li")).hasCount(10);
            Browser.picture(page, "account-recovery-desk");
            assertThat(Browser.barriers(page)).isEmpty();
            String paper = page.locator("#recovery li").first().innerText();

            Page other = browser.visitor(Browser.PHONE, ColorScheme.DARK);
            type(other, account);
            other.waitForURL("**/sign-in/code");
            Browser.picture(other, "sign-in-code-phone");
            assertThat(Browser.barriers(other)).isEmpty();
            Browser.assertNothingSticksOut(other);
            other.locator("#code").fill(Oathtool.code(key, Instant.now()));
            other.locator("main .btn-primary").click();
            other.waitForURL(address -> !address.contains("/sign-in"));

            Page lost = browser.visitor();
            type(lost, account);
            lost.waitForURL("**/sign-in/code");
            lost.locator("#code").fill(paper);
            lost.locator("main .btn-primary").click();
            lost.waitForURL(address -> !address.contains("/sign-in"));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void addsAPasskeyAndEntersWithItWithoutTypingAName() {
        AccountView account = account("khoa.cua.toi");
        try (Browser browser = new Browser(port)) {
            Page page = enter(browser, account);
            device(page);
            page.navigate("/account/passkeys");
            Browser.picture(page, "account-passkeys-empty-desk");
            page.locator("#passkey-label").fill("Máy ở bàn làm việc");
            page.locator("[data-passkey=enrol]").click();
            assertThat(page.locator(".ts-means li")).hasCount(1);
            assertThat(page.locator(".ts-means li")).containsText("Máy ở bàn làm việc");
            Browser.picture(page, "account-passkeys-desk");
            assertThat(Browser.barriers(page)).isEmpty();

            page.context().clearCookies();
            page.navigate("/sign-in?next=%2Faccount%2Fsessions");
            page.locator("[data-passkey=sign-in]").click();
            page.waitForURL("**/account/sessions");
            assertThat(page.locator("main")).containsText("bằng khóa truy cập");
            Browser.picture(page, "account-sessions-desk");
            assertThat(Browser.barriers(page)).isEmpty();

            page.navigate("/account/passkeys");
            page.getByText("Đổi tên").first().click();
            page.locator("dialog[open] input[name=label]").fill("Máy cũ");
            page.locator("dialog[open] .btn-primary").click();
            assertThat(page.locator(".ts-means li")).containsText("Máy cũ");
            page.getByText("Gỡ", new Page.GetByTextOptions().setExact(false))
                    .first()
                    .click();
            page.locator("dialog[open] .btn-danger").click();
            assertThat(page.locator(".ts-means li")).hasCount(0);
            assertThat(passkeys.of(account.id())).isEmpty();

            page.context().clearCookies();
            page.navigate("/sign-in");
            page.locator("[data-passkey=sign-in]").click();
            assertThat(page.locator("[data-passkey-error]")).containsText("đã bị gỡ");
            assertThat(page.url()).endsWith("/sign-in");
            assertThat(browser.complaints())
                    .as("the refusal itself is the only complaint")
                    .allMatch(said -> said.contains("/sign-in") && said.contains("422")
                            || said.contains("/sign-in") && said.contains("400"));
        }
    }

    @Test
    @Proves("H6.2")
    void aDangerousActAsksAgainAndGoesOnWithAPasskey() {
        AccountView account = account("xac.nhan.lai");
        try (Browser browser = new Browser(port)) {
            Page page = enter(browser, account);
            device(page);
            page.navigate("/account/passkeys");
            page.locator("[data-passkey=enrol]").click();
            assertThat(page.locator(".ts-means li")).hasCount(1);
            page.navigate("/account/tokens/new");
            page.locator("#label").fill("Đồng bộ “danh bạ”");
            page.locator("input[value=DIRECTORY_VIEW]").check();
            // What is older than ten minutes does not count: the simplest old proof is none.
            jdbc.sql("delete from access.spring_session_attributes where attribute_name = 'proved'")
                    .update();
            page.locator("main form .btn-primary").click();
            assertThat(page.locator("h1")).containsText("Xác nhận lại");
            Browser.picture(page, "sign-in-again-desk");
            assertThat(Browser.barriers(page)).isEmpty();
            page.locator("[data-passkey=again]").click();
            assertThat(page.locator("#token")).hasValue(Pattern.compile("ts_.+"));
            assertThat(page.locator("main")).containsText("Đồng bộ “danh bạ”");
            Browser.picture(page, "account-token-issued-desk");
            assertThat(Browser.barriers(page)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void everyPageOfTheAccountFitsAPhoneAndHasNoBarrier() {
        AccountView account = account("xem.tren.may.nho");
        try (Browser browser = new Browser(port)) {
            for (var kind : Map.of(
                            "phone", ColorScheme.LIGHT,
                            "dark", ColorScheme.DARK)
                    .entrySet()) {
                Page page = browser.visitor(kind.getKey().equals("phone") ? 360 : Browser.DESK, kind.getValue());
                type(page, account);
                page.waitForURL(address -> !address.contains("/sign-in"));
                for (String path : new String[] {
                    "/account",
                    "/account/password",
                    "/account/one-time-codes",
                    "/account/one-time-codes/new",
                    "/account/passkeys",
                    "/account/sessions",
                    "/account/tokens",
                    "/account/tokens/new"
                }) {
                    page.navigate(path);
                    Browser.picture(page, path.substring(1).replace('/', '_') + "-" + kind.getKey());
                    assertThat(Browser.barriers(page)).as(path).isEmpty();
                    Browser.assertNothingSticksOut(page);
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private AccountView account(String name) {
        return accounts.find(accounts.open(name, null, PASSWORD, new Actor.Job("test")))
                .orElseThrow();
    }

    private static Page enter(Browser browser, AccountView account) {
        Page page = browser.visitor();
        type(page, account);
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    private static void type(Page page, AccountView account) {
        page.navigate("/sign-in");
        page.locator("#username").fill(account.name());
        page.locator("#password").fill(PASSWORD);
        page.locator("main button[type=submit]").first().click();
    }

    /// A device that keeps passkeys and says yes at once.
    private static void device(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    /// What stands in the code on the screen. Its dark squares are read off the pixels in its own grid: the library's
    /// search for a code in a photograph misses 6 of 1,000 even where every pixel is right.
    private static String scanned(Locator picture) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
        int first = FRAME;
        while (!dark(image, first, first)) {
            first++;
        }
        int last = image.getWidth() - 1 - FRAME;
        while (!dark(image, last, first)) {
            last--;
        }
        int modules = Integer.parseInt(picture.getAttribute("viewBox").split(" ")[2]) - 2 * QUIET;
        double size = (last - first + 1.0) / modules;
        BitMatrix grid = new BitMatrix(modules);
        for (int y = 0; y < modules; y++) {
            for (int x = 0; x < modules; x++) {
                if (dark(image, first + (int) ((x + 0.5) * size), first + (int) ((y + 0.5) * size))) {
                    grid.set(x, y);
                }
            }
        }
        return new Decoder().decode(grid).getText();
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xff) < 0x80;
    }
}
