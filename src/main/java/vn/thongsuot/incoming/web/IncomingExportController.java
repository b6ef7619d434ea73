package vn.thongsuot.incoming.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.thongsuot.incoming.IncomingDocuments;
import vn.thongsuot.incoming.IncomingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Costly;
import vn.thongsuot.shared.web.CsvAnswer;
import vn.thongsuot.shared.web.Typed;

/// The register as a table, as it was narrowed: the columns of Decree 30/2020/NĐ-CP, annex IV, that are known.
@Controller
@PreAuthorize("denyAll()")
class IncomingExportController {

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
    @Costly
    @PreAuthorize("hasAuthority('INCOMING_VIEW')")
    void show(Typed typed, Actor reader, Locale locale, HttpServletResponse response) throws IOException {
        IncomingAsked asked = IncomingAsked.of(typed, documents.agencies(reader));
        CsvAnswer.write(
                response,
                "so-van-ban-den.csv",
                HEADS,
                place -> asked == null
                        ? new Page<>(List.of(), null)
                        : documents.list(reader, asked.filter(), place, CsvAnswer.PART),
                found -> found.stream().map(document -> row(document, locale)).toList());
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
                document.subject(),
                row.handler(),
                words.of(locale, Words.key("incoming.status.", document.status())));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(BusinessClock.ZONE));
    }
}
