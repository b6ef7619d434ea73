package vn.thongsuot.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thongsuot.dossier.DossierVisits.FILE;
import static vn.thongsuot.dossier.DossierVisits.PLACE;
import static vn.thongsuot.dossier.DossierVisits.act;
import static vn.thongsuot.dossier.DossierVisits.file;
import static vn.thongsuot.dossier.DossierVisits.first;
import static vn.thongsuot.dossier.DossierVisits.form;
import static vn.thongsuot.dossier.DossierVisits.pdf;
import static vn.thongsuot.dossier.DossierVisits.received;
import static vn.thongsuot.dossier.DossierVisits.send;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// A dossier over HTTP, from the counter to the signed result, with the demonstration's people of one commune.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class DossierPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @TempDir
    Path folder;

    @Test
    @Proves("S1.2")
    void goesFromTheCounterToTheSignedResult() throws IOException, InterruptedException {
        try (Web counter = Web.as(port, DemonstrationAccount.ONE_STOP);
                Web specialist = Web.as(port, DemonstrationAccount.COMMUNE_SPECIALIST);
                Web chairman = Web.as(port, DemonstrationAccount.COMMUNE_CHAIRMAN)) {
            String place = received(counter, "Nguyễn Thị Hạnh Phúc");
            String page = counter.get(place).body();
            assertThat(page)
                    .containsPattern("H59[.0-9]*-241122-\\d{4}")
                    .contains("Đã tiếp nhận", "Nguyễn Thị Hạnh Phúc", "084190001234", "Vì sao hạn này")
                    .contains("Đã xem bản chính, không lưu")
                    .doesNotContain("/taking");

            assertThat(specialist.get("/dossiers?status=RECEIVED").body()).contains(place);
            assertThat(specialist.get("/").body()).contains("hồ sơ chờ nhận xử lý", "/dossiers?status=RECEIVED");
            assertThat(chairman.get("/").body()).contains("hồ sơ chờ ký");
            assertThat(act(specialist, place, "/taking", Map.of()).statusCode()).isEqualTo(302);
            assertThat(file(
                                    specialist,
                                    place,
                                    "/results",
                                    "trich-luc.txt",
                                    "không phải PDF".getBytes(StandardCharsets.UTF_8))
                            .body())
                    .contains("Chỉ nhận PDF");
            assertThat(file(specialist, place, "/results", "Trích lục.pdf", pdf())
                            .statusCode())
                    .isEqualTo(302);

            chairman.get(place);
            assertThat(act(chairman, place, "/sending-back", Map.of("reason", ""))
                            .body())
                    .contains("Ghi lý do");
            assertThat(act(chairman, place, "/sending-back", Map.of("reason", "Sai năm sinh"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(specialist.get(place).body()).contains("Sai năm sinh");
            assertThat(file(specialist, place, "/results", "Trích lục 2.pdf", pdf())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(act(counter, place, "/handing-over", Map.of("version", "5"))
                            .body())
                    .as("nothing is handed over unsigned")
                    .contains("Có người đã làm bước này");
            assertThat(act(chairman, place, "/signature", Map.of()).statusCode())
                    .isEqualTo(302);
            assertThat(act(counter, place, "/handing-over", Map.of()).statusCode())
                    .isEqualTo(302);

            String ended = counter.get(place).body();
            assertThat(ended).contains("Đã trả kết quả", "đúng hạn", "Kết quả đã ký", "Trích lục 2.pdf");
            assertThat(counter.get("/dossiers?status=ENDED").body()).contains(place);
            assertThat(counter.get("/dossiers").body()).doesNotContain(place);
            String result = first(FILE, ended.substring(ended.indexOf("Kết quả đã ký")));
            HttpResponse<byte[]> signed =
                    counter.send(counter.request(result).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(DossierVisits.pdfsig(signed.body(), folder))
                    .contains("Thạch Sô Phiếp")
                    .contains("Signature is Valid.");
            assertThat(jdbc.sql(
                                    "select event from audit.entry where thing_kind = 'dossier' and thing_id = ? and version is not null order by version")
                            .param(place.substring("/dossiers/".length()))
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "dossier.Received",
                            "dossier.Taken",
                            "dossier.ResultProposed",
                            "dossier.SentBack",
                            "dossier.ResultProposed",
                            "dossier.ResultSigned",
                            "dossier.Returned");
        }
    }

    /// Every address that gives a file away, as everybody who must not have it.
    @Test
    @Proves("S1.3")
    void noFileRouteLetsTheWrongPersonIn() {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.contains("/files"))
                        .forEach(routes::add));
        assertThat(routes)
                .as("a new route by which a file leaves needs a look here; documents' routes: DocumentPagesTests")
                .containsExactly(
                        "/dossiers/{id}/files/{file}",
                        "/dossiers/{id}/files/{file}/pages/{page}",
                        "/incoming/{id}/files/{file}",
                        "/incoming/{id}/files/{file}/pages/{page}",
                        "/outgoing/{id}/files/{file}",
                        "/outgoing/{id}/files/{file}/pages/{page}");
        try (Web counter = Web.as(port, DemonstrationAccount.ONE_STOP);
                Web colleague = Web.as(port, DemonstrationAccount.COMMUNE_SPECIALIST);
                Web clerk = Web.as(port, DemonstrationAccount.COMMUNE_CLERK);
                Web elsewhere = Web.as(port, DemonstrationAccount.DEPARTMENT_HEAD);
                Web administrator = Web.as(port, DemonstrationAccount.ADMIN);
                Web stranger = new Web(port)) {
            String place = received(counter, "Trần Văn Kín");
            String file = first(FILE, counter.get(place).body());
            String other =
                    first(FILE, counter.get(received(counter, "Lê Thị Khác")).body());
            for (String path : List.of(file, file + "/pages/1")) {
                for (Web right : List.of(counter, colleague)) {
                    HttpResponse<String> answer = right.get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                            .contains("no-store");
                }
                for (Web wrong : List.of(clerk, elsewhere, administrator)) {
                    assertThat(wrong.get(path).statusCode()).as(path).isEqualTo(403);
                    assertThat(wrong.get(place).statusCode()).isEqualTo(403);
                }
                assertThat(stranger.get(path).headers().firstValue("Location").orElse(""))
                        .contains("/sign-in");
            }
            assertThat(elsewhere.get("/dossiers").body()).doesNotContain(place);
            assertThat(elsewhere.get("/search?q=Trần+Văn+Kín").body()).doesNotContain(place);
            assertThat(counter.get(place + other.substring(other.indexOf("/files")))
                            .statusCode())
                    .as("another dossier's file")
                    .isEqualTo(404);
            assertThat(counter.get(file + "/pages/9").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Proves("S1.2")
    void aRefusedFormComesBackWithAllThatWasTypedAndChosen() {
        try (Web counter = Web.as(port, DemonstrationAccount.ONE_STOP);
                Web colleague = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            counter.get("/dossiers/new?procedure=2.000635");
            HttpResponse<String> refused = send(
                    counter, "/dossiers", form("Phạm Thị Chưa Xem", "12345"), "scan.TO-KHAI", "Tờ khai.pdf", pdf());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Số căn cước có 12 chữ số", "value=\"Phạm Thị Chưa Xem\"", "value=\"12345\"")
                    .contains("Tờ khai.pdf", "đã chọn, còn giữ");
            String kept = first(Pattern.compile("name=\"kept\\.TO-KHAI\" value=\"[0-9a-f-]{36}"), refused.body())
                    .replaceAll(".*value=\"", "");

            List<String[]> again = form("Phạm Thị Chưa Xem", "084190009999");
            again.add(new String[] {"kept.TO-KHAI", kept});
            assertThat(send(counter, "/dossiers", without(again, "seen.GIAY-TO-TUY-THAN"), null, null, null)
                            .body())
                    .contains("Đánh dấu đã xem");
            HttpResponse<String> received = send(counter, "/dossiers", again, null, null, null);
            assertThat(received.statusCode()).isEqualTo(302);
            assertThat(counter.get(first(
                                    PLACE,
                                    received.headers().firstValue("Location").orElseThrow()))
                            .body())
                    .contains("Tờ khai.pdf");

            counter.get("/dossiers/new?procedure=2.000635");
            assertThat(send(
                                    counter,
                                    "/dossiers",
                                    form("Tệp Hỏng", "084190006666"),
                                    "scan.TO-KHAI",
                                    "hỏng.pdf",
                                    java.util.Arrays.copyOf(pdf(), 60))
                            .body())
                    .as("what nobody can read digitises nothing")
                    .contains("Tệp bị hỏng");
            List<String[]> stolen = form("Kẻ Lấy Tệp", "084190008888");
            stolen.add(new String[] {"kept.TO-KHAI", "01970000-0000-7000-8000-000000000000"});
            colleague.get("/dossiers/new?procedure=2.000635");
            assertThat(send(colleague, "/dossiers", stolen, null, null, null).body())
                    .contains("Chọn lại tệp");
            assertThat(send(counter, "/dossiers", form("Không Giấy Tờ", "084190007777"), null, null, null)
                            .body())
                    .contains("Chưa có bản quét của: Tờ khai");
            assertThat(counter.get("/dossiers/new?procedure=2.000815").statusCode())
                    .isEqualTo(409);
        }
    }

    /// Each does what their post is for, once.
    @Test
    @Proves("S1.2")
    void everyoneDoesTheirOwnPartAndOnlyOnce() {
        try (Web counter = Web.as(port, DemonstrationAccount.ONE_STOP);
                Web specialist = Web.as(port, DemonstrationAccount.COMMUNE_SPECIALIST);
                Web chairman = Web.as(port, DemonstrationAccount.COMMUNE_CHAIRMAN);
                Web clerk = Web.as(port, DemonstrationAccount.COMMUNE_CLERK)) {
            String place = received(counter, "Huỳnh Văn Bước");
            for (Web wrong : List.of(counter, chairman, clerk)) {
                wrong.get("/calendar");
                assertThat(act(wrong, place, "/taking", Map.of("version", "1")).statusCode())
                        .isEqualTo(403);
            }
            clerk.get("/calendar");
            assertThat(clerk.get("/dossiers/new").statusCode()).isEqualTo(403);
            specialist.get(place);
            assertThat(act(specialist, place, "/taking", Map.of("version", "1")).statusCode())
                    .isEqualTo(302);
            assertThat(act(specialist, place, "/taking", Map.of("version", "1")).statusCode())
                    .as("a second click")
                    .isEqualTo(409);
            counter.get(place);
            assertThat(act(counter, place, "/withdrawal", Map.of("reason", "Đổi ý"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(act(specialist, place, "/refusal", Map.of("version", "3", "reason", "x"))
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    /// Twelve dossiers at once, and some that were refused before.
    @Test
    @Proves("S1.2")
    void numbersHaveNoGapsHoweverManyReceiveAtOnce() throws Exception {
        int before = last();
        Web signedIn = Web.as(port, DemonstrationAccount.ONE_STOP);
        // One visitor with many windows: a page of its own for each.
        Callable<String> receive = () -> received(signedIn.at(port), "Người Nộp Cùng Lúc");
        Set<String> places = new TreeSet<>();
        try (var together = Executors.newFixedThreadPool(6)) {
            for (Future<String> place : together.invokeAll(
                    IntStream.range(0, 12).mapToObj(_ -> receive).toList())) {
                places.add(place.get());
            }
        } finally {
            signedIn.close();
        }
        assertThat(places).hasSize(12);
        List<Integer> numbers = jdbc.sql("""
                        select cast(right(code, 4) as int) from dossier.dossier where agency =
                          (select agency from dossier.dossier where id = cast(? as uuid)) order by 1
                        """)
                .param(places.iterator().next().substring("/dossiers/".length()))
                .query(Integer.class)
                .list();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, before + 12).boxed().toList());
    }

    private int last() {
        return jdbc.sql("select coalesce(max(last), 0) from dossier.number")
                .query(Integer.class)
                .single();
    }

    private static List<String[]> without(List<String[]> form, String field) {
        return form.stream().filter(one -> !one[0].equals(field)).toList();
    }
}
