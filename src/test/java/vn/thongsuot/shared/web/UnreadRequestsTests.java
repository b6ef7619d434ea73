package vn.thongsuot.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import vn.thongsuot.Proves;
import vn.thongsuot.sample.SampleModule;
import vn.thongsuot.shared.Words;

/// Requests no HTTP library would send, byte by byte over a socket: answered in the platform's words, never in the
/// server's.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Import(SampleModule.class)
@Proves("H2.1")
class UnreadRequestsTests {

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

    @LocalServerPort
    int port;

    @Autowired
    Words words;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a b<>{} HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /{x} HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "no colon here\r\n\r\n",
                "GET / HTTP/9.9\r\n" + HOST + "\r\n",
                "\u0016\u0003\u0001 not http at all\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\n" + HOST + "Content-Length: many\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\n" + HOST + "Transfer-Encoding: pigeon\r\n\r\n",
                "GET /a;b/../c HTTP/1.1\r\n" + HOST + "\r\n",
                "GET //evil HTTP/1.1\r\n" + HOST + "\r\n"
            })
    void getAPageOfOurs(String request) throws IOException {
        String answer = send(request);
        assertThat(answer).startsWith("HTTP/1.1 400");
        isOurs(answer);
        assertThat(answer)
                .contains("<html lang=\"vi\"")
                .contains(words.of(Words.VIETNAMESE, "problem.shared.bad-request"))
                .contains(words.of(Words.VIETNAMESE, "shared.error.home"));
    }

    @Test
    void getAPageOfOursWhenTheirHeadersAreTooLarge() throws IOException {
        String answer = send("GET / HTTP/1.1\r\n" + HOST + "X-Much: " + "a".repeat(40_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        isOurs(answer);
    }

    /// As far as the server got before it gave up, a program is known by its address or by what it accepts.
    @ParameterizedTest
    @CsvSource({"/api/clock,*/*", "/anything,application/json"})
    void getAProblemWhenAProgramSentThem(String path, String accept) throws IOException {
        String answer = send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + accept
                + "\r\nAccept-Language: en\r\nX-Bad: \u0000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        isOurs(answer);
        assertThat(answer)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"type\":\"/problems/shared.bad-request\"")
                .contains("\"status\":400");
    }

    /// The server goes on: what it could not read costs the next one nothing.
    @Test
    void leaveTheServerAlive() throws IOException {
        for (int i = 0; i < 50; i++) {
            send("garbage " + i + "\r\n\r\n");
        }
        assertThat(send("GET /sign-in HTTP/1.1\r\n" + HOST + "Accept: text/html\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private static void isOurs(String answer) {
        assertThat(answer)
                .contains("Content-Security-Policy: " + Answers.CONTENT_SECURITY_POLICY)
                .contains("X-Content-Type-Options: nosniff")
                .contains("Cache-Control: no-store")
                .doesNotContain("Tahoma")
                .doesNotContain("Tomcat")
                .doesNotContain("Exception");
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
