package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;

/// The second step of a sign-in over HTTP, with `oathtool` as the person's telephone.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H6.1")
class OneTimeCodesTests {

    private static final Pattern KEY = Pattern.compile("id=\"key\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li class=\"ts-code\">([A-Z2-7-]{19})</li>");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeCodes codes;

    @Autowired
    SealedSecrets secrets;

    @Autowired
    JdbcClient jdbc;

    /// What a person keeps after turning codes on.
    record Enrolled(AccountView account, String key, List<String> recovery) {

        String code(int stepsAhead) {
            return Oathtool.code(key, Instant.now().plusSeconds(30L * stepsAhead));
        }
    }

    @Test
    void asksForACodeAfterTheRightPasswordAndLetsInWithIt() {
        Enrolled person = enrolled();
        try (Web web = new Web(port)) {
            var first = web.signIn(person.account().name(), Visitors.PASSWORD);
            assertThat(first.headers().firstValue("Location").orElse("")).endsWith("/sign-in/code");
            assertThat(web.get("/account").statusCode())
                    .as("the password alone opens nothing")
                    .isEqualTo(302);
            web.get("/sign-in/code");
            var wrong = web.post("/sign-in/code", Map.of("code", "000000"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("Mã chưa đúng");
            assertThat(web.post("/sign-in/code", Map.of("code", person.code(1))).statusCode())
                    .isEqualTo(302);
            assertThat(web.get("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesACodeThatWasUsedAlsoFromAnotherBrowser() {
        Enrolled person = enrolled();
        String code = person.code(1);
        try (Web first = new Web(port);
                Web second = new Web(port)) {
            for (Web web : List.of(first, second)) {
                web.signIn(person.account().name(), Visitors.PASSWORD);
                web.get("/sign-in/code");
            }
            assertThat(first.post("/sign-in/code", Map.of("code", code)).statusCode())
                    .isEqualTo(302);
            assertThat(second.post("/sign-in/code", Map.of("code", code)).statusCode())
                    .isEqualTo(422);
            assertThat(second.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void takesACodeOnceHoweverManySendItAtTheSameMoment() throws Exception {
        Enrolled person = enrolled();
        String code = person.code(1);
        String recovery = person.recovery().getFirst();
        assertThat(acceptedOf(person, code)).isEqualTo(1);
        assertThat(acceptedOf(person, recovery)).isEqualTo(1);
    }

    private long acceptedOf(Enrolled person, String code) throws Exception {
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int time = 0; time < 12; time++) {
            tries.add(() -> codes.accept(person.account().id(), code));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long accepted = 0;
            for (var answer : threads.invokeAll(tries)) {
                accepted += answer.get() ? 1 : 0;
            }
            return accepted;
        }
    }

    @Test
    void refusesAnOlderCodeAfterANewerOne() {
        Enrolled person = enrolled();
        assertThat(codes.accept(person.account().id(), person.code(1))).isTrue();
        assertThat(codes.accept(person.account().id(), person.code(0))).isFalse();
        assertThat(codes.accept(person.account().id(), person.code(-1))).isFalse();
    }

    @Test
    void letsInWithEachOfTenRecoveryCodesOnce() {
        Enrolled person = enrolled();
        assertThat(person.recovery()).hasSize(10).doesNotHaveDuplicates();
        try (Web web = new Web(port)) {
            web.signIn(person.account().name(), Visitors.PASSWORD);
            web.get("/sign-in/code");
            String typed = person.recovery()
                    .getFirst()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace("-", " ");
            assertThat(web.post("/sign-in/code", Map.of("code", typed)).statusCode())
                    .isEqualTo(302);
            assertThat(web.get("/account").body()).contains("còn 9 mã dự phòng");
        }
        assertThat(codes.accept(person.account().id(), person.recovery().getFirst()))
                .isFalse();
        person.recovery()
                .subList(1, 10)
                .forEach(code ->
                        assertThat(codes.accept(person.account().id(), code)).isTrue());
    }

    @Test
    void locksTheNameAfterFiveWrongCodesAlthoughThePasswordIsRight() {
        Enrolled person = enrolled();
        try (Web web = new Web(port)) {
            for (int time = 1; time <= 5; time++) {
                var entered = web.signIn(person.account().name(), Visitors.PASSWORD);
                assertThat(entered.statusCode()).as("try %d", time).isEqualTo(302);
                web.get("/sign-in/code");
                assertThat(web.post("/sign-in/code", Map.of("code", "99999" + time))
                                .statusCode())
                        .isEqualTo(time < 5 ? 422 : 429);
            }
            assertThat(web.post("/sign-in/code", Map.of("code", person.code(1))).statusCode())
                    .isEqualTo(429);
            assertThat(web.signIn(person.account().name(), Visitors.PASSWORD).statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void keepsTheSecretEncryptedAndTheRecoveryCodesHashed() {
        Enrolled person = enrolled();
        byte[] sealed = jdbc.sql("select secret from access.one_time_code where account = :id")
                .param("id", person.account().id().value())
                .query((row, _) -> row.getBytes(1))
                .single();
        byte[] secret = secrets.open(person.account().id(), sealed);
        assertThat(TimeCodes.base32(secret)).isEqualTo(person.key());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        AccountView other = Visitors.account(accounts);
        assertThatThrownBy(() -> secrets.open(other.id(), sealed))
                .as("a row moved to another account opens nothing")
                .isInstanceOf(IllegalStateException.class);
        String kept = jdbc.sql("select string_agg(encode(hash, 'escape'), ' ') from access.recovery_code")
                .query(String.class)
                .single();
        person.recovery().forEach(code -> assertThat(kept).doesNotContain(code, code.replace("-", "")));
    }

    @Test
    void turnsOffOnlyByProvingAgainWithPasswordAndCode() {
        Enrolled person = enrolled();
        try (Web web = new Web(port)) {
            web.signIn(person.account().name(), Visitors.PASSWORD);
            web.get("/sign-in/code");
            web.post("/sign-in/code", Map.of("code", person.recovery().get(0)));
            web.get("/account/one-time-codes");
            assertThat(web.post("/account/one-time-codes/recovery", Map.of()).body())
                    .as("fresh from the sign-in")
                    .contains("Mã dự phòng");
            jdbc.sql("""
                            delete from access.spring_session_attributes where attribute_name = 'proved'
                            """).update();
            var asked = web.post("/account/one-time-codes/end", Map.of());
            assertThat(asked.body()).contains("again-password", "again-code");
            assertThat(codes.of(person.account().id())).isPresent();
            var wrong = web.post(
                    "/account/one-time-codes/end", Map.of("again-password", Visitors.PASSWORD, "again-code", "000000"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(codes.of(person.account().id())).isPresent();
            var ended = web.post(
                    "/account/one-time-codes/end",
                    Map.of("again-password", Visitors.PASSWORD, "again-code", person.code(1)));
            assertThat(ended.statusCode()).isEqualTo(302);
            assertThat(codes.of(person.account().id())).isEmpty();
        }
        try (Web web = Visitors.enter(port, person.account())) {
            assertThat(web.get("/account").body()).contains("Đang tắt");
        }
    }

    @Test
    void showsTheSameSecretUntilItIsConfirmedAndNeverAgain() {
        AccountView account = Visitors.account(accounts);
        try (Web web = Visitors.enter(port, account)) {
            String first = key(web.get("/account/one-time-codes/new").body());
            String second = key(web.get("/account/one-time-codes/new").body());
            assertThat(second).isEqualTo(first);
            String paper = web.post("/account/one-time-codes", Map.of("code", Oathtool.code(first, Instant.now())))
                    .body();
            assertThat(paper).contains("data-print").doesNotContain(first);
            assertThat(web.get("/account/one-time-codes/new").statusCode()).isEqualTo(302);
            assertThat(web.get("/account/one-time-codes").body()).doesNotContain(first);
            assertThat(web.post("/account/one-time-codes", Map.of("code", "123456"))
                            .statusCode())
                    .as("a form sent twice finds it done")
                    .isEqualTo(302);
        }
    }

    private Enrolled enrolled() {
        AccountView account = Visitors.account(accounts);
        try (Web web = Visitors.enter(port, account)) {
            String key = key(web.get("/account/one-time-codes/new").body());
            assertThat(web.post("/account/one-time-codes", Map.of("code", "12345"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(codes.of(account.id())).isEmpty();
            // The step before the present one, so that the present one is still unused.
            var paper = web.post(
                    "/account/one-time-codes",
                    Map.of("code", Oathtool.code(key, Instant.now().minusSeconds(30))));
            assertThat(paper.statusCode()).as(paper.body()).isEqualTo(200);
            Matcher found = RECOVERY.matcher(paper.body());
            List<String> recovery = new ArrayList<>();
            while (found.find()) {
                recovery.add(found.group(1));
            }
            return new Enrolled(account, key, recovery);
        }
    }

    private static String key(String page) {
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        return key.group(1).replace(" ", "");
    }
}
