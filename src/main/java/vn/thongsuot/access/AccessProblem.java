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
    BUSY(Kind.TOO_MANY),
    OTHER_POST(Kind.FORBIDDEN),
    STANDING_ENDED(Kind.CONFLICT),
    DELEGATE_MISSING(Kind.INVALID),
    DELEGATE_IS_YOU(Kind.INVALID),
    DELEGATE_OUTSIDE(Kind.INVALID),
    DELEGATION_DAYS(Kind.INVALID),
    DELEGATION_EXISTS(Kind.CONFLICT),
    DELEGATION_OVER(Kind.CONFLICT),
    DELEGATION_ABSENT(Kind.ABSENT),
    RIGHT_MISSING(Kind.INVALID),
    RIGHT_NOT_YOURS(Kind.FORBIDDEN),
    NOT_REDELEGABLE(Kind.FORBIDDEN),
    ABSENCE_OVERLAPS(Kind.CONFLICT),
    ABSENCE_ABSENT(Kind.ABSENT),
    ABSENCE_OVER(Kind.CONFLICT),
    DATE_UNREADABLE(Kind.INVALID);

    private final Kind kind;

    AccessProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
