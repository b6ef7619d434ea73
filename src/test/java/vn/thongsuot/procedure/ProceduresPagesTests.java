package vn.thongsuot.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.procedure.Procedures.Filter;
import vn.thongsuot.procedure.Procedures.Standing;
import vn.thongsuot.shared.Folded;

/// The catalogue of the demonstration, for people and programs.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("S1.1")
class ProceduresPagesTests {

    private static final ProcedureCode HANDLED = new ProcedureCode("2.000635");

    @LocalServerPort
    int port;

    @Autowired
    Procedures procedures;

    @Autowired
    JsonMapper json;

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "LEADER", "ONE_STOP", "COMMUNE_CLERK", "AUDITOR"})
    void everyOfficerReadsIt(DemonstrationAccount account) {
        try (Web officer = Web.as(port, account);
                Web stranger = new Web(port)) {
            for (String path : List.of("/procedures", "/procedures/2.000635", "/procedures/export.csv")) {
                assertThat(officer.get(path).statusCode()).as(path).isEqualTo(200);
                assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(302);
            }
        }
    }

    @Test
    void saysWhenTheSourceWasReadAndWhatIsToBeConfirmed() {
        ProcedureVersion unclear = procedures
                .all(new Filter("", null, null, null, Standing.LIMIT_TO_BE_CONFIRMED))
                .getFirst();
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(clerk.get("/procedures").body()).contains("Thu thập đến 31/07/2026.");
            String page = clerk.get("/procedures/" + unclear.code()).body();
            assertThat(page)
                    .contains("Thu thập đến 31/07/2026.")
                    .contains("cần xác nhận")
                    .contains("không rõ đơn vị")
                    .contains("Chưa đủ bộ phận");
            assertThat(clerk.get("/procedures?standing=LIMIT_TO_BE_CONFIRMED").body())
                    .contains("cần xác nhận");
        }
    }

    @Test
    void oneProcedureIsHandledAndAllOthersLackParts() {
        assertThat(procedures.all(new Filter("", null, null, null, Standing.COMPLETE)))
                .extracting(ProcedureVersion::code)
                .containsExactly(HANDLED);
        assertThat(procedures.all(new Filter("", null, null, null, Standing.INCOMPLETE)))
                .hasSize(1_600)
                .allMatch(procedure -> procedure.missing().contains(ProcedureVersion.Part.COMPONENTS));
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            String page = clerk.get("/procedures/2.000635").body();
            assertThat(page)
                    .contains("Tờ khai cấp bản sao trích lục hộ tịch")
                    .contains("Luật Hộ tịch 2014, Điều 64 khoản 1")
                    .contains("Quy trình nội bộ trình diễn")
                    .contains("(nội dung trình diễn)")
                    .contains("8.000\u00A0đ / bản sao trích lục")
                    .contains("nhận sau 15:00: trong ngày làm việc tiếp theo")
                    .doesNotContain("chưa có");
        }
    }

    /// Without marks, in part, and by code; narrowed by level, field and channel.
    @Test
    void findsProcedures() {
        assertThat(first("cap ban sao trich luc ho tich")).isEqualTo(HANDLED);
        assertThat(first("trích lục hộ tịch")).isNotNull();
        assertThat(first("2.000635")).isEqualTo(HANDLED);
        assertThat(first("2.0006")).isNotNull();
        assertThat(procedures.all(Filter.of("khong co thu tuc nao nhu vay"))).isEmpty();

        List<ProcedureVersion> registry =
                procedures.all(new Filter("", HandlingLevel.COMMUNE, Channel.ONLINE, "Hộ tịch", null));
        assertThat(registry).isNotEmpty().allSatisfy(procedure -> {
            assertThat(procedure.field()).isEqualTo("Hộ tịch");
            assertThat(procedure.levels()).contains(HandlingLevel.COMMUNE);
            assertThat(procedure.channels()).containsKey(Channel.ONLINE);
        });
        assertThat(procedures.fields(Filter.of("")).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1_601);
        assertThat(procedures.all(Filter.of("khai sinh")))
                .allSatisfy(procedure ->
                        assertThat(Folded.of(procedure.name()).plain()).contains("khai", "sinh"));
    }

    @Test
    void listsEveryProcedureOncePartByPart() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            Set<String> seen = new HashSet<>();
            String after = "";
            do {
                JsonNode part = json.readTree(clerk.get("/api/procedures?limit=200" + after, "application/json")
                        .body());
                assertThat(part.get("total").asInt()).isEqualTo(1_601);
                part.get("items")
                        .forEach(item -> assertThat(seen.add(item.get("code").asString()))
                                .isTrue());
                after = part.get("next").isNull()
                        ? ""
                        : "&after=" + part.get("next").asString();
            } while (!after.isEmpty());
            assertThat(seen).hasSize(1_601);
        }
    }

    @Test
    void tellsProgramsAllOfOneProcedure() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            JsonNode whole = json.readTree(
                    clerk.get("/api/procedures/2.000635", "application/json").body());
            assertThat(whole.get("missing").isEmpty()).isTrue();
            assertThat(whole.get("parts").get("feeInDong").asLong()).isEqualTo(8_000);
            assertThat(whole.get("parts").get("limit").get("cutOff").asString()).isEqualTo("15:00");
            assertThat(whole.get("parts").get("components").size()).isEqualTo(3);
            assertThat(whole.get("procedure").get("readOn").asString()).isEqualTo("2026-07-31");
            refused(clerk.get("/api/procedures/9.999999", "application/json"), 404, "procedure.procedure-absent");
            refused(clerk.get("/api/procedures/hom-qua", "application/json"), 400, "procedure.code-invalid");
            refused(clerk.get("/api/procedures?limit=0", "application/json"), 400, "shared.field-invalid");
            refused(clerk.get("/api/procedures?after=x", "application/json"), 400, "shared.bad-request");
            assertThat(clerk.get("/procedures/9.999999").statusCode()).isEqualTo(404);
            assertThat(clerk.get("/procedures?level=HAMLET").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void exportsTheListAsItWasNarrowed() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            String table =
                    clerk.get("/procedures/export.csv?q=trich+luc+ho+tich").body();
            List<String> lines = table.lines().toList();
            assertThat(lines.getFirst()).startsWith("\uFEFFMã,Tên thủ tục,");
            assertThat(lines)
                    .hasSize(procedures.all(Filter.of("trich luc ho tich")).size() + 1);
            assertThat(table).contains("2.000635,").contains(",2026-07-31,");
        }
    }

    @Test
    void thePaletteGoesToAProcedure() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            assertThat(clerk.get("/search?q=2.000635").body()).contains("/procedures/2.000635");
        }
    }

    /// Loaded once; who keeps no catalogue does not load one.
    @Test
    void loadsAnEditionOnce() {
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN);
                Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            clerk.get("/calendar");
            assertThat(clerk.post("/procedures/editions", Map.of()).statusCode())
                    .isEqualTo(403);
            admin.get("/calendar");
            HttpResponse<String> again = admin.post("/procedures/editions", Map.of());
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("Danh mục này đã được nạp");
            assertThat(admin.get("/procedures").body()).doesNotContain("/procedures/editions");
        }
    }

    private ProcedureCode first(String query) {
        return procedures.all(Filter.of(query)).getFirst().code();
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("type").asString()).isEqualTo("/problems/" + code);
    }
}
