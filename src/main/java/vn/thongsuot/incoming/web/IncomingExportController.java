package vn.thongsuot.incoming.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import vn.thongsuot.incoming.IncomingDocuments;
import vn.thongsuot.incoming.IncomingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// The register as a table, as it was narrowed: the columns of Decree 30/2020/NĐ-CP, annex IV, that are known.
@Controller
@PreAuthorize("denyAll()")
class IncomingExportController {

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // Excel takes a table without one for another alphabet
    private static final int MOST = 10_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final List<String> HEADS = List.of(
            "Ngày đến",
            "Số đến",
            "Tác giả",
            "Số, ký hiệu",
            "Ngày tháng văn bản",
            "Tên loại",
            "Trích yếu nội dung",
            "Đơn vị hoặc người nhận",
            "Trạng thái");

    private final IncomingDocuments documents;
    private final IncomingPages pages;
    private final Words words;

    IncomingExportController(IncomingDocuments documents, IncomingPages pages, Words words) {
        this.documents = documents;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/incoming/export.csv")
    @PreAuthorize("hasAuthority('INCOMING_VIEW')")
    ResponseEntity<byte[]> show(Typed typed, Actor reader, Locale locale) {
        IncomingAsked asked = IncomingAsked.of(typed, documents.agencies(reader));
        List<IncomingView> found = asked == null
                ? List.of()
                : documents.list(reader, asked.filter(), null, MOST).items();
        StringWriter table = new StringWriter();
        table.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(table)) {
            csv.writeRecord(HEADS);
            found.forEach(document -> csv.writeRecord(row(document, locale)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("so-van-ban-den.csv")
                                .build()
                                .toString())
                .body(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> row(IncomingView document, Locale locale) {
        IncomingList.Row row = pages.row(document);
        Integer number = document.number();
        return List.of(
                time(document.registered() == null ? document.arrived() : document.registered()),
                number == null ? "" : String.valueOf(number),
                row.sender(),
                document.code(),
                DAY.format(document.issued()),
                document.type(),
                guarded(document.subject()),
                row.handler(),
                words.of(locale, Words.key("incoming.status.", document.status())));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(BusinessClock.ZONE));
    }

    /// What a table's program would take for a formula is text.
    private static String guarded(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
