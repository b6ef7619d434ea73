package vn.thongsuot.audit;

import java.time.Instant;
import java.util.UUID;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện của nhật ký.** What happens to the log itself.
public sealed interface AuditEvent extends Auditable {

    /// The key of `subject` was destroyed: what the log holds about that person can never be read again.
    record SubjectErased(String subject, long version, Actor by, Instant at) implements AuditEvent {
        @Override
        public Thing thing() {
            return new Thing("subject", subject);
        }
    }

    /// An entry that was committed is gone, or no longer what was committed, before it was sealed: somebody wrote
    /// to the database past the platform.
    ///
    /// @param hash the leaf hash of the entry as it was committed, in hexadecimal; empty where nobody knows it
    record EntryLost(UUID entry, long version, String hash, Actor by, Instant at) implements AuditEvent {
        @Override
        public Thing thing() {
            return new Thing("audit-entry", entry.toString());
        }
    }
}
