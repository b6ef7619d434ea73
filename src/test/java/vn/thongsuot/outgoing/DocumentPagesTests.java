package vn.thongsuot.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;

/// Documents over HTTP, with the right and the wrong people, at the sender's and at the receiver's.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class DocumentPagesTests {

    private static final String BOUNDARY = "------thongsuot";
    private static final Pattern PLACE = Pattern.compile("/outgoing/[0-9a-f-]{36}");
    private static final Pattern CAME = Pattern.compile("/incoming/[0-9a-f-]{36}");
    private static final Pattern FILE = Pattern.compile("/(?:outgoing|incoming)/[0-9a-f-]{36}/files/[0-9a-f-]{36}");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Test
    @Proves("S1.5")
    void goesFromTheDraftToTheReceiverAndTheStatesComeBack() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web leader = Web.as(port, DemonstrationAccount.LEADER);
                Web receiver = Web.as(port, DemonstrationAccount.COMMUNE_CLERK);
                Web chairman = Web.as(port, DemonstrationAccount.COMMUNE_CHAIRMAN);
                Web specialist = Web.as(port, DemonstrationAccount.COMMUNE_SPECIALIST);
                Web stranger = Web.as(port, DemonstrationAccount.DEPARTMENT_HEAD)) {
            String place = drafted(clerk, "báo cáo số hóa", true);
            told(leader, "Văn bản chờ bạn ký", place);
            assertThat(leader.get("/outgoing?status=AWAITING_SIGNATURE").body()).contains(place);
            assertThat(act(leader, place, "/sending-back", Map.of("reason", "")).body())
                    .contains("Ghi lý do");
            assertThat(act(leader, place, "/sending-back", Map.of("reason", "Sai số liệu"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(clerk.get(place).body()).contains("Sai số liệu", "Sửa dự thảo");
            told(clerk, "Dự thảo bị trả lại để sửa", place);
            clerk.get(place + "/edit");
            List<String[]> again = form("báo cáo số hóa quý IV");
            again.add(new String[] {"version", version(clerk.get(place).body())});
            again.add(new String[] {"submit", "true"});
            assertThat(send(clerk, place, again, null).statusCode()).isEqualTo(302);
            assertThat(clerk.get(place).body()).contains("áo cáo số hóa quý IV", "Chờ ký");
            for (Web wrong : List.of(receiver, chairman, stranger)) {
                wrong.get("/calendar");
                assertThat(wrong.get(place).statusCode()).isEqualTo(403);
                assertThat(wrong.get(place + "/now").statusCode()).isEqualTo(403);
                assertThat(wrong.get(place + "/receivers").statusCode()).isEqualTo(403);
                assertThat(act(wrong, place, "/signature", Map.of("version", "5"))
                                .statusCode())
                        .isEqualTo(403);
                assertThat(act(wrong, place, "/number", Map.of("version", "5")).statusCode())
                        .isEqualTo(403);
                assertThat(wrong.get("/outgoing?q=báo+cáo+số+hóa").body()).doesNotContain(place);
                assertThat(wrong.get("/search?q=báo+cáo+số+hóa").body()).doesNotContain(place);
            }
            assertThat(act(leader, place, "/signature", Map.of()).statusCode()).isEqualTo(302);
            told(clerk, "Văn bản đã ký, chờ cấp số", place);
            assertThat(act(clerk, place, "/number", Map.of()).statusCode()).isEqualTo(302);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> clerk.get(place).body().contains("Chờ phát hành"));
            assertThat(act(clerk, place, "/issue", Map.of()).statusCode()).isEqualTo(302);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> clerk.get(place + "/receivers").body().contains("Đã đến"));

            String came = first(CAME, receiver.get("/incoming?q=bao+cao+so+hoa").body());
            told(receiver, "Văn bản mới đến, chờ vào sổ", came);
            for (Web wrong : List.of(clerk, leader, stranger, specialist)) {
                wrong.get("/calendar");
                assertThat(wrong.get(came).statusCode()).isEqualTo(403);
                assertThat(wrong.get(came + "/now").statusCode()).isEqualTo(403);
                assertThat(act(wrong, came, "/registration", Map.of("version", "1"))
                                .statusCode())
                        .isEqualTo(403);
                assertThat(wrong.get("/incoming").body()).doesNotContain(came);
            }
            assertThat(act(receiver, came, "/registration", Map.of()).statusCode())
                    .isEqualTo(302);
            assertThat(act(receiver, came, "/registration", Map.of("version", "1"))
                            .statusCode())
                    .as("a second click")
                    .isEqualTo(409);
            assertThat(act(receiver, came, "/refusal", Map.of("version", "2", "reason", "x"))
                            .statusCode())
                    .as("not after it was registered")
                    .isEqualTo(409);
            assertThat(receiver.get(came).body()).contains("số đến");
            await().until(() -> clerk.get(place + "/receivers").body().contains("Đã tiếp nhận"));
            told(chairman, "Văn bản đến chờ phân công", came);
            String officer = DemonstrationOfficer.COMMUNE_SPECIALIST.id().toString();
            chairman.get(came);
            assertThat(act(chairman, came, "/assignment", Map.of("officer", "", "direction", "x"))
                            .body())
                    .contains("Chọn một người");
            assertThat(act(
                                    chairman,
                                    came,
                                    "/assignment",
                                    Map.of("officer", officer, "direction", "Tham mưu báo cáo trước 28/11"))
                            .statusCode())
                    .isEqualTo(302);
            told(specialist, "Bạn được giao xử lý văn bản", came);
            assertThat(specialist.get("/incoming").body()).contains(came);
            assertThat(specialist.get(came).body()).contains("Tham mưu báo cáo trước 28/11", "Bắt đầu xử lý");
            assertThat(act(specialist, came, "/start", Map.of()).statusCode()).isEqualTo(302);
            await().until(() -> clerk.get(place + "/receivers").body().contains("Đang xử lý"));
            assertThat(act(specialist, came, "/finish", Map.of()).statusCode()).isEqualTo(302);
            await().until(() -> clerk.get(place + "/receivers").body().contains("Hoàn thành"));
            assertThat(clerk.get(place + "/receivers").body())
                    .as("a direction is the receiver's own affair")
                    .doesNotContain("Tham mưu");
            assertThat(clerk.get("/outgoing/export.csv").body()).contains("báo cáo số hóa quý IV", "Đặng Quốc Tường");
            assertThat(receiver.get("/incoming/export.csv").body()).contains("báo cáo số hóa quý IV", "Hoàn thành");
            files(clerk, place, List.of(leader), List.of(receiver, stranger));
            files(receiver, came, List.of(specialist, chairman), List.of(clerk, stranger));
            givenBack(clerk, place, receiver, came);
        }
    }

    /// The bell's list says it is `web`'s turn, without the subject, and leads there.
    private static void told(Web web, String words, String place) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(web.get("/notices?show=unread").body())
                        .contains(words)
                        .doesNotContain("áo cáo số hóa"));
        assertThat(web.get(place).statusCode()).isEqualTo(200);
    }

    private void files(Web owner, String place, List<Web> more, List<Web> wrong) {
        String file = first(FILE, owner.get(place).body());
        List<Web> right = new ArrayList<>(more);
        right.add(owner);
        for (String path : List.of(file, file + "/pages/1")) {
            for (Web web : right) {
                assertThat(web.get(path).statusCode()).as(path).isEqualTo(200);
            }
            for (Web web : wrong) {
                assertThat(web.get(path).statusCode()).as(path).isEqualTo(403);
            }
        }
        assertThat(owner.get(file + "/pages/99").statusCode()).isEqualTo(404);
    }

    private static void givenBack(Web clerk, String place, Web receiver, String came) {
        assertThat(act(clerk, place, "/recall", Map.of("reason", "nhầm biểu mẫu"))
                        .statusCode())
                .isEqualTo(302);
        await().until(() -> receiver.get(came).body().contains("nhầm biểu mẫu"));
        told(receiver, "Nơi gửi xin lấy lại văn bản", came);
        assertThat(act(receiver, came, "/keeping", Map.of("reason", "")).body()).contains("Ghi lý do");
        String file = first(FILE, receiver.get(came).body());
        assertThat(act(receiver, came, "/giving-back", Map.of()).statusCode()).isEqualTo(302);
        assertThat(receiver.get(came).body())
                .contains("Đã trả lại nơi gửi", "tệp không còn mở được")
                .doesNotContain(file);
        for (String path : List.of(file, file + "/pages/1")) {
            assertThat(receiver.get(path).statusCode()).as(path).isEqualTo(404);
        }
        await().until(() -> clerk.get(place + "/receivers").body().contains("Đã trả lại nơi gửi"));
    }

    @Test
    void aReceiverThatRefusesSaysWhy() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web leader = Web.as(port, DemonstrationAccount.LEADER);
                Web receiver = Web.as(port, DemonstrationAccount.COMMUNE_CLERK)) {
            String place = drafted(clerk, "gửi nhầm nơi", true);
            leader.get(place);
            assertThat(act(leader, place, "/signature", Map.of()).statusCode()).isEqualTo(302);
            assertThat(act(clerk, place, "/number", Map.of()).statusCode()).isEqualTo(302);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> clerk.get(place).body().contains("Chờ phát hành"));
            assertThat(act(clerk, place, "/issue", Map.of()).statusCode()).isEqualTo(302);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> receiver.get("/incoming?q=gui+nham").body().contains("ửi nhầm nơi"));
            String came = first(CAME, receiver.get("/incoming?q=gui+nham").body());
            assertThat(act(receiver, came, "/refusal", Map.of("reason", "")).body())
                    .contains("Ghi lý do");
            assertThat(act(receiver, came, "/refusal", Map.of("reason", "Không thuộc địa bàn xã"))
                            .statusCode())
                    .isEqualTo(302);
            await().until(() -> clerk.get(place + "/receivers").body().contains("Không thuộc địa bàn xã"));
            assertThat(clerk.get(place + "/receivers").body()).contains("Từ chối tiếp nhận");
        }
    }

    /// Whoever was to sign may be away or gone: the draft is not lost with them.
    @Test
    void aDrafterTakesBackWhatNobodySigned() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web leader = Web.as(port, DemonstrationAccount.LEADER)) {
            String place = drafted(clerk, "rút lại để sửa", true);
            String version = version(leader.get(place).body());
            assertThat(leader.post(place + "/withdrawal", Map.of("version", version))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(clerk.get(place).body()).contains("Rút lại để sửa");
            assertThat(act(clerk, place, "/withdrawal", Map.of()).statusCode()).isEqualTo(302);
            assertThat(clerk.get(place).body()).contains("Sửa dự thảo");
            assertThat(leader.post(place + "/signature", Map.of("version", version))
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void aRefusedFormComesBackWithAllThatWasTypedAndChosen() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK);
                Web leader = Web.as(port, DemonstrationAccount.LEADER)) {
            clerk.get("/outgoing/new");
            List<String[]> form = form("x");
            form.removeIf(field -> field[0].equals("subject") || field[0].equals("receiver"));
            form.add(new String[] {"subject", "trích yếu đã gõ"});
            HttpResponse<String> refused = send(clerk, "/outgoing", form, LetterPdf.of("thử"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("ít nhất một cơ quan nhận", "trích yếu đã gõ", "đã chọn, còn giữ");
            form.add(new String[] {"find-receiver", "Hòa Ân"});
            form.add(new String[] {"find", "true"});
            assertThat(send(clerk, "/outgoing", form, null).body())
                    .as("without a script")
                    .contains("UBND xã Hòa Ân", "trích yếu đã gõ");
            assertThat(send(clerk, "/outgoing", form("không tệp"), null).body()).contains("Chọn tệp PDF");
            assertThat(send(clerk, "/outgoing", form("tệp hỏng"), "không phải PDF".getBytes(StandardCharsets.UTF_8))
                            .body())
                    .contains("Chỉ nhận PDF");
            leader.get("/calendar");
            assertThat(leader.get("/outgoing/new").statusCode()).isEqualTo(403);
            assertThat(send(leader, "/outgoing", form("sai quyền"), LetterPdf.of("thử"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private String drafted(Web clerk, String subject, boolean submit) {
        clerk.get("/outgoing/new");
        List<String[]> form = form(subject);
        if (submit) {
            form.add(new String[] {"submit", "true"});
        }
        HttpResponse<String> answer = send(clerk, "/outgoing", form, LetterPdf.of(subject));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return first(PLACE, answer.headers().firstValue("Location").orElseThrow());
    }

    private List<String[]> form(String subject) {
        String signer = directory
                .holdings(DemonstrationOfficer.VICE_CHAIRMAN.id())
                .getFirst()
                .id()
                .toString();
        String commune = People.as(directory, DemonstrationOfficer.COMMUNE_CLERK)
                .agency()
                .toString();
        return new ArrayList<>(List.of(
                new String[] {"type", "OFFICIAL_LETTER"},
                new String[] {"subject", subject},
                new String[] {"notation", ""},
                new String[] {"urgency", "URGENT"},
                new String[] {"signer", signer},
                new String[] {"receiver", commune}));
    }

    /// Sends a step with the version of the page last seen, unless one is given.
    private static HttpResponse<String> act(Web web, String place, String step, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        if (!form.containsKey("version")) {
            form.put("version", version(web.get(place).body()));
        }
        return web.post(place + step, form);
    }

    private static String version(String page) {
        Matcher version = VERSION.matcher(page);
        assertThat(version.find()).as("something to do on the page").isTrue();
        return version.group(1);
    }

    private static HttpResponse<String> send(Web web, String path, List<String[]> fields, byte @Nullable [] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String[]> all = new ArrayList<>(fields);
        all.add(new String[] {"_csrf", web.csrf()});
        for (String[] one : all) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + one[0] + "\"\r\n\r\n"
                            + one[1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (content != null) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + "Công văn.pdf\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return web.send(web.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group();
    }
}
