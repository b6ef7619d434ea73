package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;

/// What no page of ours sends: answered as a mistake of the sender, never as one of ours, and never obeyed.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves({"H2.1", "H6.6"})
class StrangeRequestsTests {

    @LocalServerPort
    int port;

    @Test
    void aCharacterNoTextHoldsIsRefused() {
        try (Web stranger = new Web(port);
                Web auditor = Web.as(port, DemonstrationAccount.AUDITOR);
                Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            stranger.get("/sign-in");
            assertThat(stranger.post("/sign-in", Map.of("username", "a\0b", "password", "x"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(admin.get("/access/accounts?q=%00").statusCode()).isEqualTo(400);
            assertThat(auditor.get("/inspection/log?kind=a&thing=%00").statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=%2B999999999-12-31", "to=%2B999999999-12-31", "to=-999999999-01-01"})
    void aDayNoCalendarReachesIsRefused(String query) {
        try (Web auditor = Web.as(port, DemonstrationAccount.AUDITOR)) {
            assertThat(auditor.get("/inspection/log?" + query).statusCode()).isBetween(400, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/{x}", "/a?q={x}", "//evil.example", "/\\evil.example"})
    void aPlaceToGoOnToIsNeverStrange(String next) {
        try (Web clerk = new Web(port)) {
            clerk.get("/sign-in");
            var entered = clerk.post(
                    "/sign-in",
                    Map.of(
                            "username",
                            DemonstrationAccount.CLERK.signInName(),
                            "password",
                            DemonstrationAccount.PASSWORD,
                            "next",
                            next));
            assertThat(entered.statusCode()).isEqualTo(302);
            assertThat(entered.headers().firstValue("Location").orElseThrow()).endsWith(port + "/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch.invalid", "1.2.3.4:5678", "a b c"})
    void aSenderThatIsNoAddressIsNotLookedUp(String sender) {
        try (Web stranger = new Web(port)) {
            assertThat(stranger.send(stranger.request("/sign-in")
                                    .header("X-Forwarded-For", sender)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /// A neighbour under the same domain could plant a cookie and a token that fit each other.
    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site", "same-origin", "none"})
    void aFormOfAnotherSiteIsRefused(String site) {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            clerk.get("/account");
            var answer = clerk.send(clerk.request("/account/sessions/others/end")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", site)
                    .POST(BodyPublishers.ofString(clerk.form(Map.of())))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(site.equals("same-origin") || site.equals("none") ? 302 : 403);
        }
    }
}
