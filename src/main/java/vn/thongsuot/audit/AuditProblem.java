package vn.thongsuot.audit;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về nhật ký.**
public enum AuditProblem implements Problem {
    /// Another act already made this version of the thing.
    VERSION_TAKEN(Kind.CONFLICT),
    /// The thing's version before this one has no entry.
    VERSION_MISSING(Kind.INTERNAL),
    ENTRY_ABSENT(Kind.ABSENT),
    /// The entry waits for the next checkpoint.
    NOT_SEALED_YET(Kind.CONFLICT),
    CHECKPOINT_ABSENT(Kind.ABSENT),
    SUBJECT_ABSENT(Kind.ABSENT),
    SUBJECT_ERASED(Kind.CONFLICT),
    /// The tree in the database is not the one the last checkpoint signed.
    TREE_BROKEN(Kind.INTERNAL);

    private final Kind kind;

    AuditProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
