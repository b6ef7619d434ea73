package vn.thongsuot.shared;

import java.time.Instant;

/// **Sự kiện có lưu vết.** Every event a module publishes is one. The audit log hears it in the same transaction
/// and writes an entry, or the change does not happen. Events are records; a component marked {@link Personal}
/// goes to the entry under its subject's key, everything else must be free of personal data.
public interface Auditable {

    /// What it happened to.
    Thing thing();

    /// The version of the thing after this event: 1 for its first event, then without gaps.
    long version();

    Actor by();

    /// Business time of the act.
    Instant at();
}
