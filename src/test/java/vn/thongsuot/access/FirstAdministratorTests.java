package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.Web;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Refusal;

/// The one-time link of a fresh production installation.
@ExtendWith(OutputCaptureExtension.class)
@Proves("H1.11")
class FirstAdministratorTests {

    private static final Pattern LINK =
            Pattern.compile("http://localhost:(\\d+)(/first-administrator\\?key=([A-Za-z0-9_-]+))");
    private static final String NAME = "quantri.dautien";
    private static final String PASSWORD = "Song-Hau-Giang-mua-nuoc-noi"; // not-a-secret

    @Test
    void printsALinkThatMakesOneAdministratorAndThenNoMore(CapturedOutput output) {
        TestDatabases.Address database = TestDatabases.create();
        String key;
        try (Node node = production(database);
                Web web = new Web(node.port())) {
            Matcher link = link(output.getAll());
            key = link.group(3);
            assertThat(link.group(1)).isEqualTo(String.valueOf(node.port()));
            assertThat(web.get("/first-administrator?key=" + key).body())
                    .contains("Lập tài khoản quản trị đầu tiên", "value=\"" + key + "\"");
            var weak = web.post("/first-administrator", Map.of("key", key, "username", NAME, "password", "123"));
            assertThat(weak.statusCode()).isEqualTo(422);
            assertThat(weak.body()).contains("value=\"" + NAME + "\"", "ít nhất 10 ký tự");
            var made = web.post("/first-administrator", Map.of("key", key, "username", NAME, "password", PASSWORD));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
            assertThat(web.get("/account").body()).contains(NAME);
            assertThat(node.bean(Rights.class)
                            .allows(
                                    new Actor.Administrator(node.bean(Accounts.class)
                                            .findByName(NAME)
                                            .orElseThrow()
                                            .id()),
                                    AccessPermission.ACCESS_MANAGE))
                    .isTrue();
            try (Web second = new Web(node.port())) {
                assertThat(second.get("/first-administrator?key=" + key).statusCode())
                        .isEqualTo(403);
                second.get("/sign-in");
                assertThat(second.post(
                                        "/first-administrator",
                                        Map.of("key", key, "username", "ke.den.sau", "password", PASSWORD))
                                .statusCode())
                        .isEqualTo(403);
                assertThat(second.signIn(NAME, PASSWORD).statusCode()).isEqualTo(302);
            }
            assertThat(node.bean(JdbcClient.class)
                            .sql("select count(*) from access.account")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
        int printed = times(output.getAll());
        assertThat(printed).as("said once, and nowhere else in the log").isEqualTo(1);
        try (Node again = production(database)) {
            assertThat(again.port()).isPositive();
        }
        assertThat(times(output.getAll())).as("somebody is there now").isEqualTo(1);
    }

    @Test
    void printsANewLinkAtEachStartWhileNobodyIsThere(CapturedOutput output) {
        TestDatabases.Address database = TestDatabases.create();
        try (Node first = production(database)) {
            assertThat(first.port()).isPositive();
        }
        String old = link(output.getAll()).group(3);
        try (Node second = production(database);
                Web web = new Web(second.port())) {
            Matcher links = LINK.matcher(output.getAll());
            String latest = old;
            while (links.find()) {
                latest = links.group(3);
            }
            assertThat(latest).isNotEqualTo(old);
            assertThat(web.get("/first-administrator?key=" + latest).statusCode())
                    .isEqualTo(200);
            assertThat(web.get("/first-administrator?key=" + old).statusCode())
                    .as("another node may have printed the other")
                    .isEqualTo(200);
            assertThat(web.get("/first-administrator?key=bia-dat").statusCode()).isEqualTo(403);
            assertThat(web.get("/first-administrator").statusCode()).isEqualTo(403);
            JdbcClient jdbc = second.bean(JdbcClient.class);
            assertThat(jdbc.sql("select string_agg(encode(hash, 'escape'), ' ') from access.first_administrator")
                            .query(String.class)
                            .single())
                    .doesNotContain(latest, old);
            jdbc.sql("update access.first_administrator set expires_at = now() - interval '1 second'")
                    .update();
            assertThat(web.get("/first-administrator?key=" + latest).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void ofManyWhoUseItAtTheSameMomentMakesOne(CapturedOutput output) throws Exception {
        try (Node node = production(TestDatabases.create())) {
            String key = link(output.getAll()).group(3);
            FirstAdministrator first = node.bean(FirstAdministrator.class);
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int time = 0; time < 6; time++) {
                String name = "quantri." + time;
                tries.add(() -> made(first, key, name));
            }
            long made = 0;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(tries)) {
                    made += answer.get() ? 1 : 0;
                }
            }
            assertThat(made).isEqualTo(1);
            assertThat(node.bean(JdbcClient.class)
                            .sql("select count(*) from access.account")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private static boolean made(FirstAdministrator first, String key, String name) {
        try {
            first.create(key, name, PASSWORD);
            return true;
        } catch (Refusal refused) {
            assertThat(refused.problem()).isEqualTo(AccessProblem.LINK_USED);
            return false;
        }
    }

    private static Node production(TestDatabases.Address database) {
        return Node.start(database, "--spring.profiles.active=production");
    }

    private static Matcher link(String output) {
        Matcher link = LINK.matcher(output);
        assertThat(link.find()).as(output).isTrue();
        return link;
    }

    private static int times(String output) {
        return (int) LINK.matcher(output).results().count();
    }
}
