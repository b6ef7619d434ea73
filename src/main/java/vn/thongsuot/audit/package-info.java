/// **Nhật ký chống sửa.** The mechanism: {@link vn.thongsuot.audit.AuditLog} hears every event in its own
/// transaction and writes an entry; {@link vn.thongsuot.audit.AccessRecords} adds who looked; the sealer gathers
/// entries into a Merkle tree with signed checkpoints; {@link vn.thongsuot.audit.SubjectKeys} lets personal data
/// be erased while the proof stays. The format is described in `docs/log-format.md`; the pages are in
/// `inspection`.
///
/// Tables: `audit.entry`, `audit.waiting`, `audit.personal`, `audit.subject_key`, `audit.leaf`, `audit.tile`,
/// `audit.checkpoint`, `audit.head`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.thongsuot.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
