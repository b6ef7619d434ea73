package vn.thongsuot.outgoing.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// The register as a table, as it was narrowed: the columns of Decree 30/2020/NĐ-CP, annex IV, that are known.
@Controller
@PreAuthorize("denyAll()")
class OutgoingExportController {

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // Excel takes a table without one for another alphabet
    private static final int MOST = 10_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> HEADS = List.of(
            "Số, ký hiệu văn bản",
            "Ngày tháng văn bản",
            "Tên loại",
            "Trích yếu nội dung",
            "Người ký",
            "Nơi nhận",
            "Mức độ khẩn",
            "Trạng thái");

    private final OutgoingDocuments documents;
    private final OutgoingPages pages;
    private final Words words;

    OutgoingExportController(OutgoingDocuments documents, OutgoingPages pages, Words words) {
        this.documents = documents;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/outgoing/export.csv")
    @PreAuthorize("hasAuthority('OUTGOING_VIEW')")
    ResponseEntity<byte[]> show(Typed typed, Actor reader, Locale locale) {
        OutgoingAsked asked = OutgoingAsked.of(typed, documents.agencies(reader));
        List<OutgoingView> found = asked == null
                ? List.of()
                : documents.list(reader, asked.filter(), null, MOST).items();
        StringWriter table = new StringWriter();
        table.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(table)) {
            csv.writeRecord(HEADS);
            pages.rows(found, locale).forEach(row -> csv.writeRecord(row(row, locale)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("so-van-ban-di.csv")
                                .build()
                                .toString())
                .body(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> row(OutgoingList.Row row, Locale locale) {
        OutgoingView document = row.document();
        return List.of(
                document.code(),
                day(document.issued()),
                document.type().typeName(),
                guarded(document.subject()),
                row.signer(),
                row.receivers(),
                words.of(locale, Words.key("exchange.urgency.", document.urgency())),
                words.of(locale, Words.key("outgoing.status.", document.status())));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /// What a table's program would take for a formula is text.
    private static String guarded(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
