package vn.thongsuot.outgoing;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về văn bản đi.** Why a document is not drafted, signed, numbered or issued.
public enum OutgoingProblem implements Problem {
    DOCUMENT_ABSENT(Kind.ABSENT),
    NOT_YOURS(Kind.FORBIDDEN),
    NOT_THE_SIGNER(Kind.FORBIDDEN),
    STEP_NOT_ALLOWED(Kind.CONFLICT),
    SUBJECT_MISSING(Kind.INVALID),
    NOTATION_INVALID(Kind.INVALID),
    /// It is that of another type: two types would share one number and notation.
    NOTATION_OF_OTHER_TYPE(Kind.INVALID),
    SIGNER_MISSING(Kind.INVALID),
    RECEIVER_MISSING(Kind.INVALID),
    RECEIVER_ABSENT(Kind.INVALID),
    FILE_MISSING(Kind.INVALID),
    FILE_NOT_PDF(Kind.INVALID),
    FILE_UNREADABLE(Kind.INVALID),
    UPLOAD_ABSENT(Kind.INVALID),
    REASON_MISSING(Kind.INVALID),
    /// A number was given but the seal could not be put on: it is tried again.
    SEAL_FAILED(Kind.INTERNAL),
    TEXT_TOO_LONG(Kind.INVALID);

    private final Kind kind;

    OutgoingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
