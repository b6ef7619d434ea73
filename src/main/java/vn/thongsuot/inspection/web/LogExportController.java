package vn.thongsuot.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.thongsuot.audit.Checkpoints;
import vn.thongsuot.inspection.InspectionProblem;
import vn.thongsuot.inspection.Remit;
import vn.thongsuot.shared.Actor;

/// The whole log to take away and verify elsewhere, and the latest checkpoint to keep and compare with later. Both
/// speak of every agency, so they are for those who inspect everything.
@Controller
@PreAuthorize("denyAll()")
class LogExportController {

    private static final Logger LOG = LoggerFactory.getLogger(LogExportController.class);
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Checkpoints checkpoints;
    private final Remit remit;

    LogExportController(Checkpoints checkpoints, Remit remit) {
        this.checkpoints = checkpoints;
        this.remit = remit;
    }

    /// Written as it is read: however long the log is, little of it is in memory.
    @GetMapping("/inspection/log-export")
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    void show(Actor by, HttpServletResponse response) throws IOException {
        need(by);
        response.setContentType(TEXT);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("nhat-ky-thongsuot.txt"));
        try {
            checkpoints.export(response.getOutputStream(), by);
        } catch (UncheckedIOException gone) {
            // What arrived has no last line, and no verifier takes it for whole.
            LOG.info("The reader went away while the log was downloaded: {}", gone.getMessage());
        }
    }

    @GetMapping("/inspection/log-checkpoint")
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    ResponseEntity<byte[]> checkpoint(Actor by) {
        need(by);
        Checkpoints.Checkpoint latest = checkpoints.latest();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, TEXT)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("niem-phong-" + latest.number() + ".txt"))
                .body(latest.note().getBytes(StandardCharsets.UTF_8));
    }

    private void need(Actor by) {
        if (!remit.everything(by)) {
            throw InspectionProblem.OUTSIDE_YOUR_INSPECTION.because();
        }
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
