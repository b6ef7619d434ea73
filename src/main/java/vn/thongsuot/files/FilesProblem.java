package vn.thongsuot.files;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối tệp.** Why a file is not stored or not shown.
public enum FilesProblem implements Problem {
    FILE_EMPTY(Kind.INVALID),
    FILE_TOO_LARGE(Kind.TOO_LARGE),
    TYPE_NOT_TAKEN(Kind.INVALID),
    STORE_FULL(Kind.CONFLICT),
    FILE_ABSENT(Kind.ABSENT),
    PAGE_ABSENT(Kind.ABSENT),
    NO_PREVIEW(Kind.CONFLICT),
    PREVIEWS_BUSY(Kind.TOO_MANY);

    private final Kind kind;

    FilesProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
