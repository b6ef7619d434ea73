package vn.thongsuot.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thongsuot.dossier.DossierVisits.FILE;
import static vn.thongsuot.dossier.DossierVisits.act;
import static vn.thongsuot.dossier.DossierVisits.first;
import static vn.thongsuot.dossier.DossierVisits.pdf;
import static vn.thongsuot.dossier.DossierVisits.received;
import static vn.thongsuot.dossier.DossierVisits.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;
import vn.thongsuot.access.DemonstrationAccount;

/// The forms an office gives, and asking for what is missing, over HTTP with the demonstration's people of one commune.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class SupplementsTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    /// TT 01/2018/TT-VPCP, form 01: what stands on it, that it is PDF/A to an independent program, and signed.
    @Test
    @Proves("S1.2")
    void givesAReceiptToKeep() throws Exception {
        try (Web counter = Web.as(port, DemonstrationAccount.ONE_STOP)) {
            String place = received(counter, "Nguyễn Thị Bích Phượng");
            byte[] receipt = form(counter, place);
            assertThat(text(receipt))
                    .contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Mẫu số 01", "Nguyễn Thị Bích Phượng")
                    .contains("084190001234", "Tờ khai cấp bản sao trích lục hộ tịch", "Xuất trình, đã trả lại")
                    .contains(code(place), "Thời gian trả kết quả: ", "ngày 22 tháng 11 năm 2024")
                    .contains("Kim Thị Ngọc Bích");
            assertArchivable(receipt);
            assertThat(archivable(pdf()).isCompliant())
                    .as("the judge tells others apart")
                    .isFalse();
            assertThat(DossierVisits.pdfsig(receipt, folder))
                    .contains("Kim Thị Ngọc Bích")
                    .contains("Signature is Valid.");
        }
    }

    /// Decree 61/2018/NĐ-CP art. 19.4: once, with a form; the time stands still and then begins from nothing.
    @Test
    @Proves("S1.2")
    void asksOnceForWhatIsMissingAndCountsAnewWhenItIsThere() throws Exception {
        try (Web counter = Web.as(port, DemonstrationAccount.ONE_STOP);
                Web specialist = Web.as(port, DemonstrationAccount.COMMUNE_SPECIALIST);
                Web chairman = Web.as(port, DemonstrationAccount.COMMUNE_CHAIRMAN)) {
            String place = received(counter, "Thạch Thị Thiếu Giấy");
            act(specialist, place, "/taking", Map.of());
            HttpResponse<String> nothing =
                    act(specialist, place, "/supplement-request", Map.of("reason", "Tờ khai mờ, thiếu chữ ký"));
            assertThat(nothing.statusCode()).isEqualTo(422);
            assertThat(nothing.body()).contains("Đánh dấu tất cả giấy tờ", "Tờ khai mờ, thiếu chữ ký</textarea>");
            chairman.get("/calendar");
            assertThat(act(chairman, place, "/supplement-request", ask("2")).statusCode())
                    .isEqualTo(403);
            assertThat(act(specialist, place, "/supplement-request", ask("2")).statusCode())
                    .isEqualTo(302);
            assertThat(counter.get(place).body())
                    .contains("Chờ bổ sung", "Tờ khai mờ", "tạm dừng", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ");
            byte[] request = form(counter, place);
            assertThat(text(request)).contains("Mẫu số 02", "Tờ khai mờ", "Tờ khai cấp bản sao trích lục hộ tịch");
            assertArchivable(request);

            Instant first = due(place);
            HttpResponse<String> empty =
                    send(counter, place + "/supplement", version(counter, place), null, null, null);
            assertThat(empty.statusCode()).isEqualTo(422);
            assertThat(empty.body()).contains("Chưa có bản quét của: Tờ khai");
            assertThat(send(
                                    specialist,
                                    place + "/supplement",
                                    version(specialist, place, counter),
                                    "scan.TO-KHAI",
                                    "Tờ khai mới.pdf",
                                    pdf())
                            .statusCode())
                    .isEqualTo(403);
            jdbc.sql(
                            "update dossier.dossier set due_at = received_at, counted_at = received_at where id = cast(? as uuid)")
                    .param(id(place))
                    .update();
            assertThat(send(
                                    counter,
                                    place + "/supplement",
                                    version(counter, place),
                                    "scan.TO-KHAI",
                                    "Tờ khai mới.pdf",
                                    pdf())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(due(place)).as("counted from nothing").isAfterOrEqualTo(first);
            assertThat(counter.get(place).body()).contains("Đang xử lý", "Tờ khai mới.pdf");

            HttpResponse<String> again = act(
                    specialist,
                    place,
                    "/supplement-request",
                    ask(DossierVisits.version(specialist.get(place).body())));
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("Chỉ được yêu cầu bổ sung một lần");
            assertThat(act(
                                    specialist,
                                    place,
                                    "/refusal",
                                    Map.of("reason", "Không có\u000b thông tin trong sổ <hộ tịch> & khác"))
                            .statusCode())
                    .isEqualTo(302);
            byte[] refusal = form(counter, place);
            assertThat(text(refusal)).contains("Mẫu số 03", "Không có thông tin trong sổ <hộ tịch> & khác");
            assertArchivable(refusal);
        }
    }

    @Test
    @Proves("S1.2")
    void stopsWhatIsNeverBroughtAndAsksForNothingAfterThreeDays() {
        try (Web counter = Web.as(port, DemonstrationAccount.ONE_STOP);
                Web specialist = Web.as(port, DemonstrationAccount.COMMUNE_SPECIALIST)) {
            String place = received(counter, "Kiên Văn Không Trở Lại");
            act(specialist, place, "/taking", Map.of());
            act(specialist, place, "/supplement-request", ask("2"));
            assertThat(act(counter, place, "/stopping", Map.of("reason", " ")).body())
                    .contains("Ghi lý do");
            assertThat(act(counter, place, "/stopping", Map.of("reason", "Quá hạn bổ sung"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(counter.get(place).body()).contains("Dừng giải quyết", "Quá hạn bổ sung");

            String late = received(counter, "Sơn Thị Hỏi Muộn");
            act(specialist, late, "/taking", Map.of());
            jdbc.sql(
                            "update dossier.dossier set received_at = received_at - cast(? as interval), counted_at = received_at - cast(? as interval) where id = cast(? as uuid)")
                    .params("7 days", "7 days", id(late))
                    .update();
            assertThat(specialist.get(late).body()).doesNotContain("supplement-request");
            HttpResponse<String> refused = act(specialist, late, "/supplement-request", ask("2"));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("trong 3 ngày làm việc");
        }
    }

    private static Map<String, String> ask(String version) {
        return Map.of("papers", "TO-KHAI", "reason", "Tờ khai mờ, thiếu chữ ký", "version", version);
    }

    private static List<String[]> version(Web web, String place) {
        return version(web, place, web);
    }

    /// As `seer` sees the page, which shows the form only to whoever may send it.
    private static List<String[]> version(Web web, String place, Web seer) {
        web.get("/calendar");
        return List.<String[]>of(
                new String[] {"version", DossierVisits.version(seer.get(place).body())});
    }

    /// The form given last.
    private byte[] form(Web web, String place) {
        String page = web.get(place).body();
        String forms = page.substring(page.indexOf("id=\"forms\""), page.indexOf("id=\"history\""));
        String last = forms.substring(forms.lastIndexOf("<details"));
        HttpResponse<byte[]> form =
                web.send(web.request(first(FILE, last)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(form.statusCode()).isEqualTo(200);
        return form.body();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ")
                    + document.getSignatureDictionaries().getFirst().getName();
        }
    }

    private static void assertArchivable(byte[] pdf) throws Exception {
        ValidationResult result = archivable(pdf);
        assertThat(result.isCompliant()).as(result.getFailedChecks().toString()).isTrue();
    }

    /// What veraPDF, which is not ours, has against a file as PDF/A-2b.
    private static ValidationResult archivable(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            return validator.validate(parser);
        }
    }

    private String code(String place) {
        return jdbc.sql("select code from dossier.dossier where id = cast(? as uuid)")
                .param(id(place))
                .query(String.class)
                .single();
    }

    private Instant due(String place) {
        return jdbc.sql("select due_at from dossier.dossier where id = cast(? as uuid)")
                .param(id(place))
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    private static String id(String place) {
        return place.substring("/dossiers/".length());
    }
}
