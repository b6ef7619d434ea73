package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// Import and export over HTTP, with the demonstration's province.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class ImportPagesTests {

    private static final LocalDate LATER = LocalDate.of(2024, 12, 1);
    private static final String BOUNDARY = "----ranh-gioi";

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Test
    @Proves("H5.4")
    void theWholeProvinceGoesOutAndComesBackUnchanged() {
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            for (String kind : new String[] {"agencies", "officers"}) {
                HttpResponse<String> file = admin.get("/organization/export/" + kind + ".csv");
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                        .contains("attachment", kind + "-2024-11-22.csv");
                assertThat(file.body().lines().count()).isGreaterThan(kind.equals("agencies") ? 577 : 9_253);
                admin.get("/organization/imports/new");
                HttpResponse<String> sent = send(admin, kind.toUpperCase(java.util.Locale.ROOT), file.body());
                assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
                String page = admin.get(location(sent)).body();
                assertThat(page).contains("Tệp giống hệt danh bạ hiện nay").doesNotContain("/application");
            }
            assertThat(admin.get("/organization/export/agencies.xlsx").statusCode())
                    .isEqualTo(200);
            assertThat(admin.get("/organization/export/secrets.csv").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Proves("H5.4")
    void looksFirstThenAppliesWhatWasShown() {
        String head = String.join(",", SheetKind.AGENCIES.columns());
        String bad = head + "\n,Trung tâm Chuyển đổi số,,Cấp lạ,trung tâm,H59.02,H59.02.95,,,1/12/2024,\n";
        try (Web admin = Web.as(port, DemonstrationAccount.ADMIN)) {
            assertThat(admin.get("/organization/imports/new").body()).contains("Nhập danh bạ từ tệp", "UTF-8");
            HttpResponse<String> wrong = send(admin, "AGENCIES", "không phải bảng");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("Tệp cần một dòng đầu");

            String report = location(send(admin, "AGENCIES", bad));
            String page = admin.get(report).body();
            assertThat(page)
                    .contains("Có 1 dòng lỗi", "Trung tâm Chuyển đổi số", "không hiểu “Cấp lạ”")
                    .doesNotContain("/application\"");

            report = location(send(admin, "AGENCIES", bad.replace("Cấp lạ", "Đơn vị trực thuộc")));
            page = admin.get(report).body();
            assertThat(page).contains("Ghi 1 thay đổi", "Thành lập cơ quan");
            Matcher version =
                    Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
            assertThat(version.find()).isTrue();
            assertThat(admin.post(report + "/application", Map.of("version", "1"))
                            .statusCode())
                    .as("another directory than the one shown")
                    .isEqualTo(409);
            assertThat(directory.agencyByCode("H59.02.95", LATER)).isEmpty();
            assertThat(admin.post(report + "/application", Map.of("version", version.group(1)))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(directory.agencyByCode("H59.02.95", LATER)).isPresent();
            assertThat(admin.get(report).body()).contains("Đã ghi 1 thay đổi");
        }
    }

    @Test
    @Proves("H5.4")
    void refusesWhoeverIsNoAdministrator() {
        try (Web clerk = Web.as(port, DemonstrationAccount.CLERK)) {
            clerk.get("/");
            String nobody = "00000000-0000-0000-0000-000000000000";
            for (String path : new String[] {
                "/organization/imports/new", "/organization/imports/" + nobody, "/organization/export/officers.csv"
            }) {
                assertThat(clerk.get(path).statusCode()).as(path).isEqualTo(403);
            }
            assertThat(send(clerk, "AGENCIES", "a").statusCode()).isEqualTo(403);
            assertThat(clerk.post("/organization/imports/" + nobody + "/application", Map.of("version", "1"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static HttpResponse<String> send(Web web, String kind, String file) {
        String body = part("_csrf", null, web.csrf()) + part("kind", null, kind) + part("file", "danh bạ.csv", file)
                + "--" + BOUNDARY + "--\r\n";
        return web.send(web.request("/organization/imports")
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    private static String part(String name, @org.jspecify.annotations.Nullable String fileName, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName == null ? "" : "; filename=\"" + fileName + "\"\r\nContent-Type: text/csv")
                + "\r\n\r\n" + value + "\r\n";
    }
}
