package vn.thongsuot.signing;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối ký.** Why a document is not signed.
public enum SigningProblem implements Problem {
    FILE_MISSING(Kind.INVALID),
    NOT_A_PDF(Kind.INVALID),
    PDF_BROKEN(Kind.INVALID),
    PDF_ENCRYPTED(Kind.INVALID),
    PDF_LOCKED(Kind.CONFLICT),
    PAGE_ABSENT(Kind.INVALID),
    NO_ROOM(Kind.CONFLICT),
    NOT_SIGNED(Kind.CONFLICT),
    NO_MEANS(Kind.CONFLICT),
    NO_OFFICER(Kind.FORBIDDEN),
    STANDING_IN(Kind.FORBIDDEN);

    private final Kind kind;

    SigningProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
