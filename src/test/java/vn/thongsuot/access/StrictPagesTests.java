package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;

/// What protects a page in the browser: nothing inline to run, a strict policy on every answer, cookies that leave
/// neither the site nor the browser's hands.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class StrictPagesTests {

    private static final Pattern INLINE = Pattern.compile(
            "<style\\b|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\bsrc=)|javascript:|hx-on|hx-vals=\"js|hx-vars",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSET = Pattern.compile("/assets/[0-9a-f]+/thongsuot\\.css");

    @LocalServerPort
    int port;

    @Test
    @Proves("H6.6")
    void noTemplateHasAnInlineScriptOrStyle() throws IOException {
        int seen = 0;
        for (Path folder : List.of(Path.of("src/main/jte"), Path.of("src/main/resources/shared/design"))) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    seen++;
                    assertThat(INLINE.matcher(Files.readString(file)).results().map(found -> found.group()))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
        assertThat(INLINE.matcher("<p style=\"x\"><script>1</script><a onclick=\"x\">")
                        .results())
                .as("the pattern bites")
                .hasSize(3);
    }

    @Test
    @Proves("H6.6")
    void everyKindOfAnswerIsStrict() {
        try (Web web = Web.as(port, DemonstrationAccount.CLERK)) {
            String home = web.get("/").body();
            var asset = ASSET.matcher(home);
            assertThat(asset.find()).isTrue();
            for (HttpResponse<String> answer : List.of(
                    web.get("/"),
                    web.get("/nowhere"),
                    web.get("/organization/agencies/new?parent=x"),
                    web.get(asset.group()),
                    web.get("/assets/0/nothing.css"),
                    web.get("/api/clock", "application/json"),
                    web.get("/api/nowhere", "application/json"),
                    web.get("/actuator/health", "application/json"),
                    web.get("/v3/api-docs", "application/json"),
                    web.post("/theme", java.util.Map.of("value", "dark", "_csrf", "forged")))) {
                String policy =
                        answer.headers().firstValue("Content-Security-Policy").orElse("none on " + answer.uri());
                assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'")
                        .contains("base-uri 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*", "http:");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff");
                assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                        .contains("same-origin");
                assertThat(answer.headers().firstValue("Server")).isEmpty();
            }
        }
    }

    @Test
    @Proves("H6.6")
    void askForHttpsWhereverTheyAreReachedByIt() {
        try (Web web = new Web(port)) {
            for (String path : List.of("/sign-in", "/nowhere", "/api/nowhere", "/assets/0/nothing.css")) {
                var secure = web.send(web.request(path)
                        .header("X-Forwarded-Proto", "https")
                        .header("Accept", "text/html")
                        .build());
                assertThat(secure.headers()
                                .firstValue("Strict-Transport-Security")
                                .orElse(""))
                        .as(path)
                        .contains("max-age=31536000", "includeSubDomains");
            }
        }
    }

    @Test
    @Proves("H6.6")
    void cookiesStayOnThisSiteAndOutOfScriptsReach() {
        try (Web web = new Web(port)) {
            web.get("/sign-in");
            List<String> cookies = List.of(
                    setCookies(web.signIn("vanthu", DemonstrationAccount.PASSWORD)),
                    setCookies(web.post("/theme", java.util.Map.of("value", "dark"))));
            assertThat(cookies).allSatisfy(all -> assertThat(all).isNotEmpty());
            for (String cookie : String.join("\n", cookies).split("\n")) {
                assertThat(cookie).contains("SameSite=Lax", "HttpOnly", "Path=/");
            }
            assertThat(String.join("\n", cookies)).contains("SESSION=");
            assertThat(web.get("/").headers().allValues("Set-Cookie"))
                    .as("nothing is set anew on every page")
                    .isEmpty();
        }
    }

    @Test
    @Proves("H6.6")
    void everyActNeedsTheFormsTokenAlsoOfWhoHasEntered() {
        try (Web web = Web.as(port, DemonstrationAccount.CLERK)) {
            web.get("/");
            for (String path :
                    List.of("/sign-out", "/acting-post", "/delegations", "/theme", "/organization/agencies")) {
                var forged = web.post(path, java.util.Map.of("_csrf", "forged", "value", "dark"));
                assertThat(forged.statusCode()).as(path).isEqualTo(403);
            }
            assertThat(web.get("/").statusCode()).as("still signed in").isEqualTo(200);
        }
    }

    private static String setCookies(HttpResponse<String> answer) {
        return String.join("\n", answer.headers().allValues("Set-Cookie"));
    }
}
