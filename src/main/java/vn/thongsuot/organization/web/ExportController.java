package vn.thongsuot.organization.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.DirectoryExport;
import vn.thongsuot.organization.SheetKind;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SharedProblem;

/// The directory of a day as a file, to be kept or changed and imported again.
@Controller
@RequestMapping("/organization/export")
@PreAuthorize("denyAll()")
class ExportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final Map<String, SheetKind> KINDS =
            Map.of("agencies", SheetKind.AGENCIES, "officers", SheetKind.OFFICERS);

    private final DirectoryExport export;
    private final Directory directory;
    private final BusinessClock clock;

    ExportController(DirectoryExport export, Directory directory, BusinessClock clock) {
        this.export = export;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/{file}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ResponseEntity<byte[]> show(@PathVariable String file, @RequestParam(required = false) @Nullable String asOf) {
        int dot = file.lastIndexOf('.');
        SheetKind kind = dot < 0 ? null : KINDS.get(file.substring(0, dot));
        String form = file.substring(dot + 1);
        if (kind == null || (!form.equals("csv") && !form.equals("xlsx"))) {
            throw SharedProblem.PAGE_ABSENT.because();
        }
        LocalDate day = AsOf.of(asOf, directory, clock).day();
        boolean excel = form.equals("xlsx");
        ContentDisposition name = ContentDisposition.attachment()
                .filename(file.substring(0, dot) + "-" + IN_NAMES.format(day) + "." + form)
                .build();
        return ResponseEntity.ok()
                .contentType(excel ? EXCEL : CSV)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(excel ? export.excel(kind, day) : export.csv(kind, day));
    }
}
