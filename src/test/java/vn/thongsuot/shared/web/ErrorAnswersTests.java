package vn.thongsuot.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.sample.SampleModule;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Words;

/// Every refusal and failure over real HTTP: a page for a person, RFC 9457 for a program, in both languages.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Import(SampleModule.class)
@ExtendWith(OutputCaptureExtension.class)
@Proves("H2.1")
class ErrorAnswersTests {

    private static final Pattern REFERENCE = Pattern.compile("TS-[0-9A-F]{4}-[0-9A-F]{4}");
    private static final String PROGRAM = "application/json";

    @LocalServerPort
    int port;

    @Autowired
    Words words;

    private final JsonMapper json = new JsonMapper();
    private Web officer;

    @BeforeEach
    void signIn() {
        officer = Web.as(port, DemonstrationAccount.ONE_STOP);
    }

    @AfterEach
    void leave() {
        officer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_REQUEST,400",
        "FIELD_INVALID,400",
        "SIGN_IN_NEEDED,401",
        "NOT_ALLOWED,403",
        "FORM_STALE,403",
        "PAGE_ABSENT,404",
        "CHANGED_MEANWHILE,409",
        "TOO_LARGE,413",
        "TOO_MANY_REQUESTS,429",
        "UNEXPECTED,500"
    })
    void saysWhatHappenedAndWhatToDo(SharedProblem problem, int status) {
        officer.get("/");
        for (Locale language : List.of(Words.VIETNAMESE, Locale.ENGLISH)) {
            officer.post("/language", Map.of("value", language.getLanguage()));
            isPage(officer.get("/sample/refusals/" + problem), status, problem, language);
            isProblem(officer.get("/api/sample/refusals/" + problem, PROGRAM), status, problem, language);
            isProblem(officer.get("/sample/refusals/" + problem, PROGRAM), status, problem, language);
        }
    }

    @Test
    void answersWhatNobodyKnows() {
        isPage(officer.get("/no/such/page"), 404, SharedProblem.PAGE_ABSENT, Words.VIETNAMESE);
        isProblem(officer.get("/api/no-such-thing", PROGRAM), 404, SharedProblem.PAGE_ABSENT, Words.VIETNAMESE);
        isPage(officer.get("/calendar?year=next"), 400, SharedProblem.FIELD_INVALID, Words.VIETNAMESE);
        isPage(officer.get("/a;b/../c"), 400, SharedProblem.BAD_REQUEST, Words.VIETNAMESE);
        isPage(officer.post("/calendar", Map.of()), 400, SharedProblem.METHOD_NOT_SUPPORTED, Words.VIETNAMESE);
        HttpResponse<String> put = officer.send(officer.request("/api/clock")
                .header("Accept", PROGRAM)
                .method("BREW", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(put.statusCode()).isIn(400, 403);
        assertThat(put.headers().firstValue("Content-Type")).hasValueSatisfying(ErrorAnswersTests::isProblemType);
    }

    /// A method without a declared permission is closed, to an administrator too.
    @Test
    void closesWhatNobodyDeclared() {
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            isPage(admin.get("/sample/undeclared"), 403, SharedProblem.NOT_ALLOWED, Words.VIETNAMESE);
            isProblem(admin.get("/api/sample/undeclared", PROGRAM), 403, SharedProblem.NOT_ALLOWED, Words.VIETNAMESE);
        }
    }

    @Test
    void asksAStrangerToSignIn() {
        try (Web stranger = new Web(port)) {
            HttpResponse<String> page = stranger.get("/calendar?year=2025");
            assertThat(page.statusCode()).isEqualTo(302);
            assertThat(page.headers().firstValue("Location").orElse("")).contains("/sign-in?next=%2Fcalendar%3Fyear");
            HttpResponse<String> program = stranger.get("/api/clock", PROGRAM);
            isProblem(program, 401, SharedProblem.SIGN_IN_NEEDED, Words.VIETNAMESE);
            assertThat(program.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample/failure", "/sample-filter"})
    void givesAReferenceUnderWhichTheLogSaysMore(String path, CapturedOutput log) {
        for (boolean program : new boolean[] {false, true}) {
            HttpResponse<String> answer = program ? officer.get("/api" + path, PROGRAM) : officer.get(path);
            if (program) {
                isProblem(answer, 500, SharedProblem.UNEXPECTED, Words.VIETNAMESE);
            } else {
                isPage(answer, 500, SharedProblem.UNEXPECTED, Words.VIETNAMESE);
            }
            Matcher reference = REFERENCE.matcher(answer.body());
            assertThat(reference.find()).as(answer.body()).isTrue();
            assertThat(log.getOut()).contains(reference.group());
            assertThat(answer.body())
                    .as("and nothing of the inside")
                    .doesNotContain("secret-4711")
                    .doesNotContain("IllegalState");
        }
        assertThat(log.getOut()).contains("IllegalStateException");
    }

    @Test
    void refusesWhatIsTooLarge() {
        officer.get("/");
        HttpResponse<String> form = officer.post("/language", Map.of("value", "x".repeat(3_000_000)));
        isPage(form, 413, SharedProblem.TOO_LARGE, Words.VIETNAMESE);
        isPage(upload("/sample/upload", "text/html"), 413, SharedProblem.TOO_LARGE, Words.VIETNAMESE);
        isProblem(upload("/api/sample/upload", PROGRAM), 413, SharedProblem.TOO_LARGE, Words.VIETNAMESE);
    }

    /// A form whose token is not the page's: what became of it, rather than “no right”. Before any controller, and
    /// still in the reader's language, whatever the browser says.
    @Test
    void tellsAStaleFormFromAMissingRight() {
        officer.get("/");
        isPage(
                officer.post("/language", Map.of("_csrf", "old", "value", "en")),
                403,
                SharedProblem.FORM_STALE,
                Words.VIETNAMESE);
        officer.get("/");
        officer.post("/language", Map.of("value", "en"));
        isPage(
                officer.post("/language", Map.of("_csrf", "old", "value", "vi")),
                403,
                SharedProblem.FORM_STALE,
                Locale.ENGLISH);
    }

    @Test
    void answersAFragmentWithAFragment() {
        HttpResponse<String> answer = officer.send(officer.request("/sample/refusals/CHANGED_MEANWHILE")
                .header("Accept", "text/html")
                .header("HX-Request", "true")
                .build());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("<html");
    }

    /// A program that chose no language is answered in the one it accepts; a person in Vietnamese until they choose.
    @ParameterizedTest
    @CsvSource({"en-GB,en", "vi,vi", "fr,vi", "'fr;q=0.9, en;q=0.5',en", "%%%,vi"})
    void followsTheLanguageAProgramAccepts(String accepted, String language) {
        try (Web program = new Web(port)) {
            HttpResponse<String> answer = program.send(program.request("/api/clock")
                    .header("Accept", PROGRAM)
                    .header("Accept-Language", accepted)
                    .build());
            isProblem(answer, 401, SharedProblem.SIGN_IN_NEEDED, Locale.of(language));
        }
        isPage(
                officer.send(officer.request("/no/such/page")
                        .header("Accept", "text/html")
                        .header("Accept-Language", accepted)
                        .build()),
                404,
                SharedProblem.PAGE_ABSENT,
                Words.VIETNAMESE);
    }

    private HttpResponse<String> upload(String path, String accept) {
        officer.get("/");
        String token = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"")
                .matcher(officer.get("/").body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
                + "y".repeat(21 * 1024 * 1024) + "\r\n--x--\r\n";
        return officer.send(officer.request(path)
                .header("Accept", accept)
                .header("X-CSRF-TOKEN", token)
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private void isPage(HttpResponse<String> answer, int status, SharedProblem problem, Locale language) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue(Answers.CONTENT_SECURITY_POLICY);
        assertThat(answer.body())
                .contains("<html lang=\"" + language.getLanguage() + "\"")
                .contains(title(problem, language))
                .contains("role=\"alert\"")
                .contains(words.of(language, "shared.error.home"))
                .doesNotContain("Exception")
                .doesNotContain("Tomcat");
    }

    private void isProblem(HttpResponse<String> answer, int status, SharedProblem problem, Locale language) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(ErrorAnswersTests::isProblemType);
        JsonNode body = json.readTree(answer.body());
        assertThat(body.get("type").asString()).isEqualTo("/problems/" + problem.code());
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("title").asString()).contains(title(problem, language));
        assertThat(body.get("detail").asString()).isNotBlank();
        assertThat(body.get("instance").asString()).isEqualTo(answer.uri().getRawPath());
    }

    private static void isProblemType(String type) {
        assertThat(type).startsWith("application/problem+json");
    }

    private String title(SharedProblem problem, Locale language) {
        return words.of(language, "problem." + problem.code())
                .replace("{0}", "")
                .strip();
    }
}
