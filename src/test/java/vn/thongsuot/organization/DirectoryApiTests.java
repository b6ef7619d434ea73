package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// The directory for programs, and the description of every operation of the API.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class DirectoryApiTests {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);
    private static final Set<String> MEDIA_TYPES = Set.of("application/json", "application/problem+json");

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Autowired
    JsonMapper json;

    @Test
    @Proves("H1.12")
    void listsAgenciesPartByPart() {
        try (Web web = new Web(port)) {
            String token = token(web);
            Set<String> seen = new HashSet<>();
            String after = "";
            do {
                JsonNode part = get(web, token, "/api/agencies?asOf=2024-11-22&limit=100" + after);
                assertThat(part.get("total").asInt()).isEqualTo(577);
                part.get("items")
                        .forEach(item ->
                                assertThat(seen.add(item.get("id").asString())).isTrue());
                after = part.get("next").isNull()
                        ? ""
                        : "&after=" + part.get("next").asString();
            } while (!after.isEmpty());
            assertThat(seen).hasSize(577);

            JsonNode communes = get(web, token, "/api/agencies?asOf=2024-11-22&level=COMMUNE&q=xa%20hoa%20an");
            assertThat(communes.get("items").get(0).get("shortName").asString()).isEqualTo("UBND xã Hòa Ân");
            assertThat(get(web, token, "/api/agencies?asOf=2000-01-01")
                            .get("total")
                            .asInt())
                    .isZero();
            String province =
                    directory.agencyByCode("H59", DAY).orElseThrow().id().toString();
            assertThat(get(web, token, "/api/agencies?asOf=2024-11-22&level=DISTRICT&parent=" + province)
                            .get("total")
                            .asInt())
                    .isEqualTo(9);
        }
    }

    @Test
    @Proves("H1.12")
    void showsOneAgencyAndOneOfficer() {
        try (Web web = new Web(port)) {
            String token = token(web);
            AgencyView commune = directory.agencyByCode("29311", DAY).orElseThrow();
            JsonNode whole = get(web, token, "/api/agencies/" + commune.id() + "?asOf=2024-11-22");
            assertThat(whole.get("agency").get("name").asString()).isEqualTo(commune.name());
            assertThat(whole.get("agency").get("identifier").asString())
                    .isEqualTo(commune.identifier(DAY).orElseThrow());
            assertThat(whole.get("inForce").asBoolean()).isTrue();
            assertThat(whole.get("units").size())
                    .isEqualTo(directory.units(commune.id(), DAY).size());
            assertThat(whole.get("life").size()).isEqualTo(1);
            assertThat(get(web, token, "/api/agencies/" + commune.id() + "?asOf=2000-01-01")
                            .get("inForce")
                            .asBoolean())
                    .isFalse();

            String id = DemonstrationOfficer.CLERK.id().toString();
            JsonNode officers = get(web, token, "/api/officers?asOf=2024-11-22&q=tran%20thi%20my%20hanh");
            assertThat(officers.get("items").findValuesAsString("id")).contains(id);
            JsonNode clerk = get(web, token, "/api/officers/" + id);
            assertThat(clerk.get("name").asString()).isEqualTo("Trần Thị Mỹ Hạnh");
            assertThat(clerk.get("posts").get(0).get("kind").asString()).isEqualTo("CLERK");
            assertThat(clerk.get("posts").get(0).get("agencyName").asString()).isEqualTo("Văn phòng UBND tỉnh");
            JsonNode members = get(web, token, "/api/officers?asOf=2024-11-22&agency=" + commune.id());
            assertThat(members.get("total").asInt())
                    .isEqualTo(directory.members(commune.id(), DAY).size());
        }
    }

    @Test
    @Proves({"H1.12", "H2.1"})
    void refusesAsRfc9457() {
        try (Web web = new Web(port)) {
            String token = token(web);
            refused(ask(web, token, "/api/agencies/" + UUID.randomUUID()), 404, "organization.agency-absent");
            refused(ask(web, token, "/api/officers/" + UUID.randomUUID()), 404, "organization.officer-absent");
            for (String wrong :
                    List.of("asOf=1%2F7%2F2025", "asOf=hom-qua", "level=HAMLET", "limit=0", "limit=501", "parent=1")) {
                refused(ask(web, token, "/api/agencies?" + wrong), 400, "shared.field-invalid");
            }
            refused(ask(web, token, "/api/officers?after=khong-phai"), 400, "shared.bad-request");
            refused(ask(web, "ts_nobody", "/api/officers"), 401, "shared.sign-in-needed");
            HttpResponse<String> nobody = web.send(web.request("/api/agencies").build());
            refused(nobody, 401, "shared.sign-in-needed");
            assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
    }

    /// Whoever is signed in may read the directory; a token limited to something else may not.
    @Test
    @Proves("H1.12")
    void asksForThePermission(
            @Autowired vn.thongsuot.access.Accounts accounts, @Autowired vn.thongsuot.access.Tokens tokens) {
        var admin = accounts.findByName("admin").orElseThrow();
        String narrow =
                tokens.issue(admin.id(), "hẹp", Set.of("CLOCK_VIEW"), 1, new vn.thongsuot.shared.Actor.Job("test"));
        try (Web web = Web.as(port, DemonstrationAccount.CLERK);
                Web programs = new Web(port)) {
            String id = directory.agencyByCode("29311", DAY).orElseThrow().id().toString();
            String officer = DemonstrationOfficer.CLERK.id().toString();
            for (String path :
                    List.of("/api/agencies", "/api/agencies/" + id, "/api/officers", "/api/officers/" + officer)) {
                HttpResponse<String> answer = ask(programs, narrow, path);
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/problem+json");
                assertThat(web.get(path, "application/json").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    @Proves("H1.12")
    void describesEveryOperation() {
        try (Web web = new Web(port)) {
            HttpResponse<String> document = web.send(web.request("/v3/api-docs").build());
            assertThat(document.statusCode()).isEqualTo(200);
            SwaggerParseResult read = new OpenAPIV3Parser().readContents(document.body(), null, null);
            assertThat(read.getMessages()).as("what a stranger's parser says").isNullOrEmpty();
            OpenAPI api = read.getOpenAPI();
            assertThat(api.getPaths().keySet())
                    .contains(
                            "/api/agencies", "/api/agencies/{id}", "/api/officers", "/api/officers/{id}", "/api/clock")
                    .allMatch(path -> path.startsWith("/api/"));
            assertThat(api.getComponents().getSecuritySchemes().get("bearer").getScheme())
                    .isEqualTo("bearer");
            api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> check(path, operation)));
        }
    }

    private static void check(String path, Operation operation) {
        String name = path + " " + operation.getOperationId();
        List<String> types = new ArrayList<>();
        if (operation.getRequestBody() != null) {
            types.addAll(operation.getRequestBody().getContent().keySet());
        }
        operation.getResponses().forEach((status, answer) -> {
            if (answer.getContent() != null) {
                types.addAll(answer.getContent().keySet());
            }
            boolean error = Integer.parseInt(status) >= 400;
            if (error) {
                assertThat(answer.getContent().keySet())
                        .as(name + " " + status)
                        .containsExactly("application/problem+json");
                assertThat(answer.getDescription()).as(name + " " + status).contains("`: ");
            }
        });
        assertThat(types).as(name).isNotEmpty().isSubsetOf(MEDIA_TYPES);
        assertThat(operation.getResponses().keySet()).as(name).contains("200", "400", "500");
        assertThat(operation.getDescription()).as(name).contains("Permission: ");
        if (!operation.getDescription().contains("Permission: none")) {
            assertThat(operation.getSecurity().getFirst()).as(name).containsKey("bearer");
            assertThat(operation.getExtensions()).as(name).containsKey("x-permission");
            assertThat(operation.getResponses().keySet()).as(name).contains("401", "403");
        }
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode body = json.readTree(answer.body());
        assertThat(body.get("type").asString()).isEqualTo("/problems/" + code);
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("title").asString()).isNotBlank();
    }

    private JsonNode get(Web web, String token, String path) {
        HttpResponse<String> answer = ask(web, token, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        return json.readTree(answer.body());
    }

    private static HttpResponse<String> ask(Web web, String token, String path) {
        return web.send(
                web.request(path).header("Authorization", "Bearer " + token).build());
    }

    private String token(Web web) {
        HttpResponse<String> answer = web.send(web.request("/api/demonstration/tokens")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"user\": \"vanthu\", \"days\": 1}"))
                .build());
        return json.readTree(answer.body()).get("token").asString();
    }
}
