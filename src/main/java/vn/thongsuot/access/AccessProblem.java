package vn.thongsuot.access;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về truy cập.** Why somebody may not enter, or a secret is not taken.
public enum AccessProblem implements Problem {
    SIGN_IN_WRONG(Kind.INVALID),
    SIGN_IN_LOCKED(Kind.TOO_MANY),
    NO_POST(Kind.FORBIDDEN),
    ACCOUNT_ABSENT(Kind.ABSENT),
    NAME_TAKEN(Kind.CONFLICT),
    NAME_INVALID(Kind.INVALID),
    PASSWORD_SHORT(Kind.INVALID),
    PASSWORD_LONG(Kind.INVALID),
    PASSWORD_COMMON(Kind.INVALID),
    PASSWORD_LIKE_NAME(Kind.INVALID),
    POST_NOT_YOURS(Kind.FORBIDDEN),
    TOKEN_DAYS(Kind.INVALID),
    TOKEN_ABSENT(Kind.ABSENT),
    LINK_USED(Kind.FORBIDDEN),
    BUSY(Kind.TOO_MANY);

    private final Kind kind;

    AccessProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
