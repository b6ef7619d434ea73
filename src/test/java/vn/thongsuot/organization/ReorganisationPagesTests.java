package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.shared.Actor;

/// The pages of plans of reorganisation, over HTTP, with the demonstration's people.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H5.3")
class ReorganisationPagesTests {

    private static final String HOME = "/organization/reorganisations";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);
    private static final Pattern PLAN = Pattern.compile("reorganisations/([0-9a-f-]{36})");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern STEP = Pattern.compile("/steps/([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Autowired
    ReorganisationPlans plans;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/" + NOBODY,
                "/" + NOBODY + "/edit",
                "/" + NOBODY + "/impact",
                "/" + NOBODY + "/agencies?field=q",
                "/" + NOBODY + "/table",
                "/" + NOBODY + "/steps/new?kind=MERGE",
                "/" + NOBODY + "/steps/" + NOBODY,
                "/" + NOBODY + "/rules/" + NOBODY,
                "/" + NOBODY + "/holdings/" + NOBODY
            })
    void areShownToAdministratorsOnly(String path) {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            assertThat(clerk.get(HOME + path).statusCode()).isEqualTo(403);
            assertThat(admin.get(HOME + path).statusCode()).isEqualTo(path.isEmpty() ? 200 : 404);
        }
    }

    @Test
    void takeNoActOfWhoeverIsNoAdministrator() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            clerk.get("/");
            for (String path : new String[] {
                "",
                "/" + NOBODY,
                "/" + NOBODY + "/table",
                "/" + NOBODY + "/steps",
                "/" + NOBODY + "/steps/" + NOBODY,
                "/" + NOBODY + "/steps/" + NOBODY + "/removal",
                "/" + NOBODY + "/rules/" + NOBODY,
                "/" + NOBODY + "/holdings/" + NOBODY,
                "/" + NOBODY + "/approval",
                "/" + NOBODY + "/reopening",
                "/" + NOBODY + "/withdrawal"
            }) {
                assertThat(clerk.post(HOME + path, Map.of("version", "1", "kind", "MERGE"))
                                .statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    /// An administrator drafts a merger of two centres, sees who is unplaced, mends it, and approves it for a day
    /// ahead.
    @Test
    void leadFromADraftToAnApprovedPlan() {
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            admin.get(HOME + "/new");
            assertThat(admin.post(HOME, Map.of("title", "x", "on", "2025-02-01"))
                            .body())
                    .as("what was typed is kept")
                    .contains("value=\"01/02/2025\"", "Tên dài từ 2");
            var drafted = admin.post(HOME, Map.of("title", "Sáp nhập Ban Tôn giáo", "on", "1/2/2025", "decision", ""));
            assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(302);
            String plan = HOME + "/"
                    + found(PLAN, drafted.headers().firstValue("Location").orElseThrow());

            assertThat(admin.get(plan + "/impact").body())
                    .as("nothing to do is no clear way")
                    .contains("Phương án chưa có việc gì")
                    .doesNotContain("Phê duyệt", "ts-note is-done");
            var empty = admin.post(plan + "/approval", Map.of("version", version(admin, plan)));
            assertThat(empty.statusCode()).isEqualTo(409);
            assertThat(empty.body()).contains("Sáp nhập Ban Tôn giáo", "Thêm ít nhất một việc vào phương án");

            assertThat(admin.get(plan + "/agencies?field=agency&agency=ban+ton+giao")
                            .body())
                    .contains("Ban Tôn giáo · H59.02.62");
            admin.get(plan + "/steps/new?kind=DISSOLVE");
            var unclear = step(admin, plan, "DISSOLVE", "agency", "Ban gì đó");
            assertThat(unclear.statusCode()).isEqualTo(422);
            assertThat(unclear.body()).contains("Không rõ “Ban gì đó” là cơ quan nào", "value=\"Ban gì đó\"");
            assertThat(step(admin, plan, "DISSOLVE", "agency", "Ban Tôn giáo · H59.02.62")
                            .statusCode())
                    .isEqualTo(302);

            int people = directory
                    .members(
                            directory
                                    .agencyByCode("H59.02.62", DAY)
                                    .orElseThrow()
                                    .id(),
                            DAY)
                    .size();
            var preview = admin.get(plan + "/impact");
            assertThat(preview.body())
                    .contains("Còn " + people + " điều vướng, chưa phê duyệt được", "chưa rõ người về đâu");
            assertThat(preview.body()).doesNotContain("btn btn-primary\" type=\"button\" data-dialog=\"approve\"");
            var blocked = admin.post(plan + "/approval", Map.of("version", version(admin, plan)));
            assertThat(blocked.statusCode()).isEqualTo(409);
            assertThat(blocked.body()).contains("role=\"alert\"", "điều vướng: xem ở mục", "Ban Tôn giáo");
            String agency =
                    directory.agencyByCode("H59.02.62", DAY).orElseThrow().id().toString();
            admin.get(plan + "/rules/" + agency);
            assertThat(admin.post(
                                    plan + "/rules/" + agency,
                                    Map.of("version", version(admin, plan), "to", "H59.18", "unit", "Phòng Tôn giáo"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.get(plan + "/impact").body())
                    .contains("Ai cũng có chỗ", "Phê duyệt, áp dụng ngày 01/02/2025");
            assertThat(admin.get(plan + "/impact?part=PEOPLE").body()).contains("Phòng Tôn giáo, Ban Dân tộc");
            assertThat(admin.post(plan + "/approval", Map.of("version", version(admin, plan)))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.get(plan).body()).contains("Chờ đến ngày", "Mở lại để sửa");
            assertThat(admin.post(plan + "/reopening", Map.of("version", "1")).statusCode())
                    .as("seen too early")
                    .isEqualTo(409);
            assertThat(admin.post(plan + "/reopening", Map.of("version", version(admin, plan)))
                            .statusCode())
                    .isEqualTo(302);
            String step = found(STEP, admin.get(plan + "?kind=DISSOLVE").body());
            assertThat(admin.get(plan + "/steps/" + step).body()).contains("Ban Tôn giáo · H59.02.62");
            assertThat(admin.post(plan + "/steps/" + step + "/removal", Map.of("version", version(admin, plan)))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.post(plan + "/withdrawal", Map.of("version", version(admin, plan)))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.get(plan).body()).contains("Đã hủy");
        }
    }

    @Test
    void takeATableWholeOrNotAtAll() {
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            admin.get(HOME + "/new");
            var drafted = admin.post(HOME, Map.of("title", "Ba xã thành một", "on", "2025-03-01"));
            String plan = HOME + "/"
                    + found(PLAN, drafted.headers().firstValue("Location").orElseThrow());
            String wrong =
                    "old_code,new_code,new_name\n29308,29308,Xã Cầu Kè\n29308,29308,\n99999,29308,\n29311,2930,\n";
            admin.get(plan + "/table");
            var refused = admin.post(plan + "/table", Map.of("version", version(admin, plan), "table", wrong));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains(
                            "Bảng còn 3 dòng sai",
                            "Dòng 3: mã cũ “29308” đã có ở dòng trên",
                            "Dòng 4: không có đơn vị mã “99999”",
                            "Dòng 5: mã mới “2930” không đúng dạng",
                            "29311,2930,");
            assertThat(plans.content(new ReorganisationId(java.util.UUID.fromString(plan.substring(HOME.length() + 1))))
                            .steps())
                    .isEmpty();
            assertThat(admin.post(plan + "/table", Map.of("version", version(admin, plan), "table", "a,b\n1,2\n"))
                            .body())
                    .contains("Chưa đọc được bảng".substring(0, 4), "old_code");

            String right = "old_code,new_code,new_name\n29308,29308,Xã Cầu Kè\n29311,29308,\n29314,29308,\n";
            assertThat(admin.post(plan + "/table", Map.of("version", version(admin, plan), "table", right))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.get(plan + "?kind=FOUND").body()).contains("UBND xã Cầu Kè", "29308");
            assertThat(admin.get(plan + "?kind=MERGE").body())
                    .contains("UBND xã Hòa Ân", "UBND xã Châu Điền", "UBND thị trấn Cầu Kè");
            assertThat(admin.get(plan + "/impact").body()).contains("Ai cũng có chỗ");
            assertThat(admin.get(plan + "/impact?part=CODES").body()).contains("29308");
            assertThat(admin.get(plan + "/impact?part=OTHER_KIND").body()).contains("Phó Chủ tịch");
            admin.post(plan + "/withdrawal", Map.of("version", version(admin, plan)));
        }
    }

    @Test
    void showTheTwoReformsThatLieAhead() {
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            String list = admin.get(HOME).body();
            assertThat(list)
                    .contains(
                            "104 xã thành 41",
                            "Phường 2 và Phường 6",
                            "Nghị quyết 202/2025/QH15",
                            "01/07/2025",
                            "01/01/2025");
            ReorganisationView reform = plans.list(new Actor.Job("test"), null, 50).items().stream()
                    .filter(plan -> plan.on().equals(DemonstrationReform.REFORM))
                    .findFirst()
                    .orElseThrow();
            String page = admin.get(HOME + "/" + reform.id() + "?kind=MERGE").body();
            assertThat(page).contains("Trang sau", "UBND tỉnh Vĩnh Long", "Chưa biết mã định danh");
            assertThat(admin.get(HOME + "/" + reform.id() + "/impact").body())
                    .contains("UBND phường 2", "chưa rõ chuyển về đâu");
            assertThat(admin.get(HOME + "/" + reform.id() + "/impact?part=PEOPLE&after=rubbish")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static java.net.http.HttpResponse<String> step(
            Web admin, String plan, String kind, String field, String value) {
        Map<String, String> form = new HashMap<>(Map.of("kind", kind, field, value));
        form.put("version", version(admin, plan));
        return admin.post(plan + "/steps", form);
    }

    /// The version a form of the plan carries now.
    private static String version(Web admin, String plan) {
        return found(VERSION, admin.get(plan).body());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
