package vn.thongsuot.inspection.web;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thongsuot.audit.Checkpoints;
import vn.thongsuot.inspection.InspectionProblem;
import vn.thongsuot.inspection.Remit;
import vn.thongsuot.shared.Actor;

/// Checkpoints and proofs for programs, as `docs/log-format.md` describes them.
@RestController
@RequestMapping(path = "/api/log", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("denyAll()")
class LogProofController {

    private final Checkpoints checkpoints;
    private final Remit remit;

    LogProofController(Checkpoints checkpoints, Remit remit) {
        this.checkpoints = checkpoints;
        this.remit = remit;
    }

    /// @param key the public key, `name+keyid+base64`
    record PublicKey(String key) {}

    @GetMapping("/key")
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    PublicKey key() {
        return new PublicKey(checkpoints.key());
    }

    @GetMapping("/checkpoints/latest")
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    Checkpoints.Checkpoint latest() {
        return checkpoints.latest();
    }

    @GetMapping("/checkpoints/{number}")
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    Checkpoints.Checkpoint show(@PathVariable long number) {
        return checkpoints.numbered(number);
    }

    /// The answer holds the entry, whoever acted: for those who inspect everything.
    @GetMapping("/proofs/inclusion")
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    Checkpoints.Inclusion inclusion(@RequestParam UUID entry, Actor by) {
        if (!remit.everything(by)) {
            throw InspectionProblem.OUTSIDE_YOUR_INSPECTION.because();
        }
        return checkpoints.inclusion(entry);
    }

    @GetMapping("/proofs/consistency")
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    Checkpoints.Consistency consistency(@RequestParam long older, @RequestParam long newer) {
        return checkpoints.consistency(older, newer);
    }
}
