package vn.thongsuot.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// What crosses the line for a page: once for ever what is the same for all, compressed what is not.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H8.3")
class AssetTests {

    private static final int LARGEST_PAGE = 100 * 1024;
    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"#]+)");
    private static final Pattern FONT = Pattern.compile("url\\(\"?(fonts/[^\")]+)");

    @LocalServerPort
    int port;

    @Autowired
    Assets assets;

    @Test
    void whatAPageNeedsIsHashedAndKeptForAYear() throws Exception {
        try (Web web = new Web(port)) {
            List<String> addresses = assetsOf(web.get("/sign-in").body());
            assertThat(addresses)
                    .anyMatch(address -> address.endsWith("/thongsuot.css"))
                    .anyMatch(address -> address.endsWith(".js"))
                    .allMatch(address -> address.startsWith("/assets/" + assets.hash() + "/"));
            for (String address : addresses) {
                HttpResponse<byte[]> answer = zipped(web, address, "");
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(header(answer, "Cache-Control"))
                        .as(address)
                        .contains("max-age=31536000", "public", "immutable");
                assertThat(header(answer, "Vary")).contains("Accept-Encoding");
                boolean text = address.endsWith(".css") || address.endsWith(".js") || address.endsWith(".svg");
                if (text && plain(web, address).length > 1_000) {
                    assertThat(header(answer, "Content-Encoding")).as(address).isEqualTo("gzip");
                    assertThat(answer.body().length).as(address + " zipped").isLessThan(plain(web, address).length / 2);
                    assertThat(unzipped(answer.body())).isEqualTo(plain(web, address));
                }
            }
        }
    }

    @Test
    void anAddressOfAnotherReleaseIsNotRemembered() throws Exception {
        try (Web web = new Web(port)) {
            HttpResponse<byte[]> old = zipped(web, "/assets/000000000000/thongsuot.css", "");
            assertThat(old.statusCode()).isEqualTo(200);
            assertThat(header(old, "Cache-Control")).isEqualTo("no-store");
            assertThat(zipped(web, "/assets/" + assets.hash() + "/no-such.css", "")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(zipped(web, "/assets/" + assets.hash() + "/../application.yaml", "")
                            .statusCode())
                    .isIn(400, 404);
        }
    }

    @Test
    void aBrowserThatHasTheFileIsToldSo() throws Exception {
        try (Web web = new Web(port)) {
            String address = assets.href("thongsuot.css");
            String tag = header(zipped(web, address, ""), "ETag");
            assertThat(tag).startsWith("\"").endsWith("\"");
            HttpResponse<byte[]> again = zipped(web, address, tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(zipped(web, address, "\"other\"").statusCode()).isEqualTo(200);
            assertThat(header(zipped(web, assets.href("thongsuot.js"), ""), "ETag"))
                    .isNotEqualTo(tag);
        }
    }

    /// Vietnamese marks come from our own server: no font of the system, none of a stranger.
    @Test
    void beVietnamProComesFromHere() throws Exception {
        try (Web web = new Web(port)) {
            String css = new String(plain(web, assets.href("thongsuot.css")), StandardCharsets.UTF_8);
            assertThat(css).contains("Be Vietnam Pro").doesNotContain("http://", "https://", "@import");
            Set<String> fonts = found(FONT, css);
            assertThat(fonts).anyMatch(font -> font.contains("be-vietnam-pro-vietnamese"));
            for (String font : fonts) {
                HttpResponse<byte[]> answer = zipped(web, assets.href(font), "");
                assertThat(answer.statusCode()).as(font).isEqualTo(200);
                assertThat(header(answer, "Content-Type")).isEqualTo("font/woff2");
                assertThat(new String(answer.body(), 0, 4, StandardCharsets.US_ASCII))
                        .isEqualTo("wOF2");
            }
        }
    }

    @Test
    void aPageIsSmallAfterTheFirstVisit() throws Exception {
        try (Web web = Web.as(port, DemonstrationAccount.ADMIN)) {
            String home = web.get("/").body();
            Set<String> pages = found(Pattern.compile("class=\"ts-nav\" href=\"([^\"]+)"), home);
            pages.add("/");
            pages.add("/design");
            for (String page : pages) {
                HttpResponse<byte[]> answer = zipped(web, page.replace("&amp;", "&"), "");
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(header(answer, "Content-Encoding")).as(page).isEqualTo("gzip");
                assertThat(header(answer, "Cache-Control")).as(page).contains("no-store");
                assertThat(answer.body().length).as(page + " in bytes").isLessThan(LARGEST_PAGE);
                assertThat(assetsOf(new String(unzipped(answer.body()), StandardCharsets.UTF_8)))
                        .as("all the rest of " + page + " is kept from the visit before")
                        .allMatch(address -> address.startsWith("/assets/" + assets.hash() + "/"));
            }
        }
    }

    private static List<String> assetsOf(String page) {
        return new ArrayList<>(found(ASSET, page));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static HttpResponse<byte[]> zipped(Web web, String path, String tag) {
        var request = web.request(path).header("Accept", "text/html,*/*").header("Accept-Encoding", "gzip");
        return web.send(
                (tag.isEmpty() ? request : request.header("If-None-Match", tag)).build(), BodyHandlers.ofByteArray());
    }

    private static byte[] plain(Web web, String path) {
        return web.send(web.request(path).build(), BodyHandlers.ofByteArray()).body();
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        }
    }
}
