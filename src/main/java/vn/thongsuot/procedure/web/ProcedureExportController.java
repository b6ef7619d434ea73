package vn.thongsuot.procedure.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.web.Typed;

/// The list as a table, as it was narrowed.
@Controller
@PreAuthorize("denyAll()")
class ProcedureExportController {

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // Excel takes a table without one for another alphabet
    private static final List<String> HEADS = List.of(
            "Mã",
            "Tên thủ tục",
            "Lĩnh vực",
            "Bộ, ngành",
            "Cấp thực hiện",
            "Cơ quan thực hiện",
            "Đối tượng",
            "Thời hạn trực tiếp (theo nguồn)",
            "Thời hạn trực tuyến (theo nguồn)",
            "Thời hạn bưu chính (theo nguồn)",
            "Phí trực tiếp (theo nguồn)",
            "Phí trực tuyến (theo nguồn)",
            "Đủ bộ phận",
            "Quyết định công bố",
            "Ngày thu thập",
            "Nguồn");

    private final Procedures procedures;

    ProcedureExportController(Procedures procedures) {
        this.procedures = procedures;
    }

    @GetMapping("/procedures/export.csv")
    @PreAuthorize("hasAuthority('PROCEDURE_VIEW')")
    ResponseEntity<byte[]> show(Typed typed) {
        StringWriter table = new StringWriter();
        table.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(table)) {
            csv.writeRecord(HEADS);
            procedures.all(ProcedureQuery.of(typed).filter()).forEach(procedure -> csv.writeRecord(row(procedure)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("thu-tuc-hanh-chinh.csv")
                                .build()
                                .toString())
                .body(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> row(ProcedureVersion procedure) {
        return List.of(
                procedure.code().value(),
                procedure.name(),
                procedure.field(),
                procedure.ministry(),
                procedure.levelsInOrder().stream().map(Enum::name).collect(Collectors.joining(", ")),
                procedure.agency(),
                String.join(", ", procedure.applicants()),
                limit(procedure, Channel.DIRECT),
                limit(procedure, Channel.ONLINE),
                limit(procedure, Channel.POST),
                fee(procedure, Channel.DIRECT),
                fee(procedure, Channel.ONLINE),
                procedure.complete() ? "Có" : "Chưa",
                procedure.decision(),
                procedure.edition().readOn().toString(),
                procedure.url());
    }

    private static String limit(ProcedureVersion procedure, Channel channel) {
        ProcedureVersion.Offer offer = procedure.channels().get(channel);
        return offer == null ? "" : offer.limit().text();
    }

    private static String fee(ProcedureVersion procedure, Channel channel) {
        ProcedureVersion.Offer offer = procedure.channels().get(channel);
        return offer == null ? "" : offer.fee().text();
    }
}
