package vn.thongsuot.incoming;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về văn bản đến.** Why a document is not registered or not moved on.
public enum IncomingProblem implements Problem {
    DOCUMENT_ABSENT(Kind.ABSENT),
    NOT_YOURS(Kind.FORBIDDEN),
    STEP_NOT_ALLOWED(Kind.CONFLICT),
    OFFICER_MISSING(Kind.INVALID),
    REASON_MISSING(Kind.INVALID),
    TEXT_TOO_LONG(Kind.INVALID);

    private final Kind kind;

    IncomingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
