package vn.thongsuot.outgoing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Costly;
import vn.thongsuot.shared.web.CsvAnswer;
import vn.thongsuot.shared.web.Typed;

/// The register as a table, as it was narrowed: the columns of Decree 30/2020/NĐ-CP, annex IV, that are known.
@Controller
@PreAuthorize("denyAll()")
class OutgoingExportController {

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
    @Costly
    @PreAuthorize("hasAuthority('OUTGOING_VIEW')")
    void show(Typed typed, Actor reader, Locale locale, HttpServletResponse response) throws IOException {
        OutgoingAsked asked = OutgoingAsked.of(typed, documents.agencies(reader));
        CsvAnswer.write(
                response,
                "so-van-ban-di.csv",
                HEADS,
                place -> asked == null
                        ? new Page<>(List.of(), null)
                        : documents.list(reader, asked.filter(), place, CsvAnswer.PART),
                found -> pages.rows(found, locale).stream()
                        .map(row -> row(row, locale))
                        .toList());
    }

    private List<String> row(OutgoingList.Row row, Locale locale) {
        OutgoingView document = row.document();
        return List.of(
                document.code(),
                day(document.issued()),
                document.type().typeName(),
                document.subject(),
                row.signer(),
                row.receivers(),
                words.of(locale, Words.key("exchange.urgency.", document.urgency())),
                words.of(locale, Words.key("outgoing.status.", document.status())));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
