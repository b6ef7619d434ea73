package vn.thongsuot.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.dossier.DossierVisits;

/// The points over HTTP while the demonstration's people work.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class BoardPagesTests {

    private static final Pattern PROVINCE = Pattern.compile(
            "\"province\":\\{\"agency\":null,\"dossiers\":(\\d+),\"indicators\":\\{\"ON_TIME\":\\{\"numerator\":(\\d+)");
    private static final Pattern AGENCY = Pattern.compile("/scores/agencies/[0-9a-f-]{36}\\?period=2024-11");

    @LocalServerPort
    int port;

    @Test
    @Proves("S1.6")
    void tellsOpenPagesWithinASecond() throws IOException {
        try (Web counter = Web.as(port, DemonstrationAccount.ONE_STOP);
                Web wall = Web.as(port, DemonstrationAccount.INDEX)) {
            long before = dossiers(wall);
            HttpResponse<Stream<String>> open = wall.stream(wall.request("/live?topics=scoring")
                    .header("Accept", "text/event-stream")
                    .build());
            try (Stream<String> lines = open.body()) {
                var told = lines.iterator();
                assertThat(told.next()).contains("ready");
                DossierVisits.received(counter, "Người Lên Bảng");
                Instant answered = Instant.now();
                while (!told.next().startsWith("event:scoring")) {
                    assertThat(Duration.between(answered, Instant.now())).isLessThan(Duration.ofSeconds(20));
                }
                assertThat(dossiers(wall)).as("what is fetched when told").isEqualTo(before + 1);
                assertThat(Duration.between(answered, Instant.now())).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    @Proves("S1.6")
    void explainsEveryPointDownToItsDossier() {
        // A province where nobody else works: every list is known.
        try (Node node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true");
                Web counter = Web.as(node.port(), DemonstrationAccount.ONE_STOP);
                Web specialist = Web.as(node.port(), DemonstrationAccount.COMMUNE_SPECIALIST);
                Web chairman = Web.as(node.port(), DemonstrationAccount.COMMUNE_CHAIRMAN);
                Web team = Web.as(node.port(), DemonstrationAccount.INDEX);
                Web clerk = Web.as(node.port(), DemonstrationAccount.CLERK)) {
            String place = DossierVisits.received(counter, "Trần Thị Giải Thích");
            String code = first(
                    Pattern.compile("H59[.0-9]*-241122-\\d{4}"),
                    counter.get(place).body());
            String agency = await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> {
                                Matcher found = AGENCY.matcher(
                                        team.get("/scores?q=hoa+an").body());
                                return found.find() ? found.group() : "";
                            },
                            found -> !found.isEmpty());
            String lost = agency + "&indicator=ORIGINAL_RESULT_AVAILABLE";
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(team.get(lost).body()).contains(code));
            assertThat(team.get(lost).body())
                    .as("the team sees which it is, and opens none")
                    .doesNotContain(place)
                    .doesNotContain("Trần Thị Giải Thích");
            assertThat(chairman.get(lost).body()).contains(code, place);
            assertThat(clerk.get(lost).body())
                    .as("points are for everybody, dossiers are not")
                    .contains("Ba chỉ số đo trực tiếp")
                    .doesNotContain(code);

            DossierVisits.act(specialist, place, "/taking", Map.of());
            DossierVisits.file(specialist, place, "/results", "Trích lục.pdf", DossierVisits.pdf());
            DossierVisits.act(chairman, place, "/signature", Map.of());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(team.get(lost).body()).doesNotContain(code));
            assertThat(team.get("/scores/export.csv").body()).contains("UBND xã Hòa Ân");
            assertThat(team.get("/scores?period=2024-10").body()).contains("Chưa có hồ sơ nào trong kỳ");
            assertThat(team.get("/scores?period=thang-nay").statusCode()).isEqualTo(400);
            assertThat(team.get("/api/scores/points?period=2020", "application/json")
                            .body())
                    .contains("rules-not-yet");
            assertThat(team.get("/scores?period=2024").body()).contains("Năm 2024");
        }
    }

    private static long dossiers(Web web) {
        String answer = web.get("/api/scores/points", "application/json").body();
        Matcher found = PROVINCE.matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
