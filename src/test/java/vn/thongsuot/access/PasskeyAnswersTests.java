package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;

/// What a stranger sends in place of a passkey's answer.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H6.1")
class PasskeyAnswersTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"khóa\"",
                "{\"id\": \"eA\", \"rawId\": \"eA\", \"type\": \"public-key\"}",
                "{\"id\": \"eA\", \"rawId\": \"eA\", \"type\": \"public-key\", \"response\": {}}",
                "{\"id\": \"eA\", \"rawId\": \"!!\", \"type\": \"public-key\", \"response\": {\"signature\": 7}}",
                "{\"id\": \"eA\", \"rawId\": \"eA\", \"type\": \"public-key\", \"clientExtensionResults\": {}, \"response\":"
                        + " {\"clientDataJSON\": \"eA\", \"authenticatorData\": \"eA\", \"signature\": \"eA\"}}"
            })
    void isRefusedAndBreaksNothing(String body) {
        try (Web stranger = new Web(port)) {
            stranger.get("/sign-in");
            assertThat(send(stranger, "/webauthn/authenticate/options", "{}").statusCode())
                    .isEqualTo(200);
            assertThat(send(stranger, "/login/webauthn", body).statusCode()).isEqualTo(400);
            assertThat(stranger.get("/account").statusCode()).isEqualTo(302);
        }
        try (Web web = Visitors.enter(port, Visitors.account(accounts))) {
            assertThat(send(web, "/webauthn/register/options", "{}").statusCode())
                    .isEqualTo(200);
            String made = "{\"label\": \"của tôi\", \"credential\": " + (body.isEmpty() ? "7" : body) + "}";
            assertThat(send(web, "/webauthn/register", made).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void countsOnceAndOnlyForOptionsThatWereGiven() {
        try (Web stranger = new Web(port)) {
            stranger.get("/sign-in");
            String shown =
                    "{\"id\": \"eA\", \"rawId\": \"eA\", \"type\": \"public-key\", \"clientExtensionResults\": {},"
                            + " \"response\": {\"clientDataJSON\": \"eA\", \"authenticatorData\": \"eA\", \"signature\": \"eA\"}}";
            assertThat(send(stranger, "/login/webauthn", shown).body()).contains("access.step-expired");
            send(stranger, "/webauthn/authenticate/options", "{}");
            assertThat(send(stranger, "/login/webauthn", shown).body()).contains("access.passkey-refused");
            assertThat(send(stranger, "/login/webauthn", shown).body()).contains("access.step-expired");
        }
    }

    private static HttpResponse<String> send(Web web, String path, String body) {
        return web.send(web.request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", web.csrf())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
