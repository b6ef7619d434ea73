package vn.thongsuot.audit;

import java.time.Instant;

/// **Tình trạng chứng minh.** What proves an entry at this moment.
public sealed interface ProofState {

    /// Committed, not sealed yet; the sealer takes it within a minute.
    record Waiting() implements ProofState {}

    /// In the tree that checkpoint number `checkpoint` signed at `at` (real time), as leaf number `leaf`.
    record Sealed(long leaf, long checkpoint, Instant at) implements ProofState {}

    /// Sealed, and a time-stamp authority stamped that checkpoint or a later one, number `stampedIn`, at `stamped`.
    record Stamped(long leaf, long checkpoint, Instant at, long stampedIn, Instant stamped) implements ProofState {}

    /// Somebody wrote to the database past the platform: what stands there is not what was committed or signed.
    record Mismatch(Difference difference) implements ProofState {}

    /// **Chỗ sai lệch.** What does not match.
    enum Difference {
        /// The entry is not the one its leaf was made of.
        ENTRY_ALTERED,
        /// The entry is whole, what it is found by is not.
        SEARCH_ALTERED,
        /// The entry has no leaf and does not wait for one, or its loss stands in the log.
        UNACCOUNTED,
        /// The tree is not the one the checkpoint signed.
        TREE_ALTERED,
        /// The checkpoint is gone or was not signed by this log's key.
        CHECKPOINT_FORGED
    }
}
