package vn.thongsuot.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.access.Tokens;
import vn.thongsuot.shared.Actor;

/// Figures tried against the rules, by programs and on the page.
@Proves("S1.6")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class TrialPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    Accounts accounts;

    @Autowired
    Tokens tokens;

    @Test
    void programsAreToldEveryIndicatorTheGroupsAndTheTotal() {
        JsonNode sheet = sheet("""
                {"rules": "portal-2026", "counts": {
                  "ON_TIME": {"numerator": 144625, "denominator": 184513},
                  "PUBLISH_ON_TIME": {"numerator": 0, "denominator": 0},
                  "PETITION_PROCESSING_ON_TIME": {"numerator": 0, "denominator": 0},
                  "ELECTRONIC_CERTIFIED_COPY": {"numerator": null, "denominator": null},
                  "DOSSIER_SYNC": null}}""");

        assertThat(sheet.get("rules").asString()).isEqualTo("portal-2026");
        assertThat(sheet.get("indicators").size()).isEqualTo(Indicator.values().length);
        JsonNode onTime = sheet.get("indicators").get("ON_TIME");
        assertThat(onTime.get("ratio").decimalValue()).isEqualByComparingTo("78.382011");
        assertThat(onTime.get("points").decimalValue()).isEqualByComparingTo("15.676402");
        assertThat(onTime.get("shown").decimalValue()).isEqualByComparingTo("15.68");
        for (String absent : new String[] {"PUBLISH_ON_TIME", "DOSSIER_SYNC", "ONLINE_SUBMITTED"}) {
            JsonNode score = sheet.get("indicators").get(absent);
            for (String part : new String[] {"ratio", "points", "shown"}) {
                assertThat(score.has(part)).as(absent + " " + part).isTrue();
                assertThat(score.get(part).isNull()).as(absent + " " + part).isTrue();
            }
        }
        assertThat(sheet.get("groups").propertyNames()).containsExactly("CKMB", "TDGQ", "CLGQ", "TTTT", "MDSH", "MDHL");
        assertThat(sheet.get("groups").get("CKMB").isNull()).isTrue();
        assertThat(sheet.get("groups").get("MDSH").decimalValue()).isEqualByComparingTo("2");
        assertThat(sheet.get("groups").get("MDHL").decimalValue()).isEqualByComparingTo("6");
        assertThat(sheet.get("total").decimalValue()).isEqualByComparingTo("23.68");
    }

    @Test
    void withoutANamedEditionTheDayDecides() {
        String counts = "\"counts\": {\"SO_HOA_GIAY_TO_GIAI_QUYET\": {\"numerator\": 261, \"denominator\": 326}}";
        JsonNode today = sheet("{" + counts + "}");
        assertThat(today.get("rules").asString())
                .as("the demonstration opens in 2024")
                .isEqualTo("portal-2022");
        assertThat(today.get("total").decimalValue()).isEqualByComparingTo("4");
        JsonNode later = sheet("{\"on\": \"2026-08-31\", " + counts + "}");
        assertThat(later.get("total").decimalValue()).isEqualByComparingTo("3.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rules\": \"portal-2030\", \"counts\": {}} | scoring.rules-unknown",
                "{\"on\": \"2022-07-31\", \"counts\": {}} | scoring.rules-not-yet",
                "{\"on\": \"31/12/2025\", \"counts\": {}} | shared.bad-request",
                "{\"rules\": \"portal-2026\"} | scoring.counts-missing",
                "{\"counts\": {\"on-time\": {\"numerator\": 1, \"denominator\": 2}}} | scoring.indicator-unknown",
                "{\"counts\": {\"ON_TIME\": {\"numerator\": 3, \"denominator\": 2}}} | scoring.part-exceeds-whole",
                "{\"counts\": {\"ON_TIME\": {\"numerator\": -3, \"denominator\": 2}}} | scoring.count-invalid",
                "{\"counts\": {\"ON_TIME\": {\"numerator\": 1.5, \"denominator\": 2}}} | scoring.count-invalid",
                "{\"counts\": {\"ON_TIME\": {\"numerator\": 1, \"denominator\": 1e400}}} | scoring.count-invalid",
                "{\"counts\": {\"ON_TIME\": {\"numerator\": 1, \"denominator\": 1e999999999}}} | scoring.count-invalid",
                "{\"counts\": {\"ON_TIME\": {\"denominator\": 2}}} | scoring.count-incomplete",
                "{\"counts\": [1]} | shared.bad-request",
                "{\"counts\": | shared.bad-request"
            })
    void refusesWhatCannotBeScored(String body, String code) {
        HttpResponse<String> answer = ask(token(Set.of("SCORE_VIEW")), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json.readTree(answer.body()).get("type").asString()).isEqualTo("/problems/" + code);
    }

    @Test
    void needsTheRightToSeeTheIndex() {
        assertThat(ask(token(Set.of("CLOCK_VIEW")), "{\"counts\": {}}").statusCode())
                .isEqualTo(403);
        assertThat(ask("ts_nobody", "{\"counts\": {}}").statusCode()).isEqualTo(401);
        assertThat(ask(token(Set.of("SCORE_VIEW")), "{\"counts\": {}}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsEveryEditionWithItsSources() {
        try (Web web = new Web(port)) {
            HttpResponse<String> answer = web.send(web.request("/api/scores/rules")
                    .header("Authorization", "Bearer " + token(Set.of("SCORE_VIEW")))
                    .build());
            JsonNode editions = json.readTree(answer.body());
            assertThat(editions.get("total").asInt()).isEqualTo(2);
            assertThat(editions.get("items").get(0).get("id").asString()).isEqualTo("portal-2026");
            assertThat(editions.get("items").get(0).get("fromConfirmed").asBoolean())
                    .isFalse();
            editions.get("items")
                    .forEach(edition -> edition.get("rules")
                            .forEach(rule ->
                                    assertThat(rule.get("source").asString()).isNotBlank()));
        }
    }

    @Test
    void thePageComputesWhatStandsInItsAddress() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            String empty = clerk.get("/scores/trial").body();
            assertThat(empty).contains("Chưa có số nào để tính").contains("Xem ví dụ");
            String example = empty.replaceAll("(?s).*?href=\"(/scores/trial\\?[^\"]*ON_TIME\\.n=[^\"]*)\".*", "$1")
                    .replace("&amp;", "&");
            String page =
                    clerk.get(example.replace("portal-2022", "portal-2026")).body();
            assertThat(page).contains(">59,91 <").contains("15,68").contains("78,38 %");
            assertThat(page).contains("Còn chỉ số chưa nhập").contains("mất 4,32 điểm");
        }
    }

    @Test
    void thePageKeepsWhatWasTypedAndSaysWhatIsWrong() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            HttpResponse<String> answer =
                    clerk.get("/scores/trial?rules=portal-2026&ON_TIME.n=144.625&ON_TIME.d=184.513"
                            + "&DOSSIER_SYNC.n=nhieu&DOSSIER_SYNC.d=5&PAYMENT_ONLINE.n=5&PAYMENT_ONLINE.d=");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("15,68")
                    .contains("value=\"nhieu\"")
                    .contains("“nhieu” không phải số nguyên từ 0.")
                    .contains("Nhập cả số đạt");
            assertThat(clerk.get("/scores/trial?rules=portal-2030").statusCode())
                    .isEqualTo(400);
        }
    }

    private JsonNode sheet(String body) {
        HttpResponse<String> answer = ask(token(Set.of("SCORE_VIEW")), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> ask(String token, String body) {
        try (Web web = new Web(port)) {
            return web.send(web.request("/api/scores/trial")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }
    }

    private String token(Set<String> permissions) {
        var clerk = accounts.findByName("vanthu").orElseThrow();
        return tokens.issue(clerk.id(), "thử", permissions, 1, new Actor.Job("test"));
    }
}
