package vn.thongsuot.shared;

/// **Lý do từ chối chung.** Reasons that belong to no module: what the web server, the form reader or the clock
/// refuses.
public enum SharedProblem implements Problem {
    BAD_REQUEST(Kind.INVALID),
    FIELD_INVALID(Kind.INVALID),
    DATE_UNREADABLE(Kind.INVALID),
    CHOICE_MISSING(Kind.INVALID),
    /// A time, a number or a moment.
    VALUE_UNREADABLE(Kind.INVALID),
    SIGN_IN_NEEDED(Kind.UNAUTHENTICATED),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /// A form without the token of the page it stands on.
    FORM_STALE(Kind.FORBIDDEN),
    PAGE_ABSENT(Kind.ABSENT),
    METHOD_NOT_SUPPORTED(Kind.INVALID),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    TOO_LARGE(Kind.TOO_LARGE),
    TOO_MANY_REQUESTS(Kind.TOO_MANY),
    UNEXPECTED(Kind.INTERNAL),
    CLOCK_BACKWARDS(Kind.CONFLICT),
    CLOCK_FIXED(Kind.FORBIDDEN),
    CLOCK_RATE(Kind.INVALID),
    /// An event that was heard, or dropped, in the meantime.
    EVENT_DELIVERED(Kind.ABSENT),
    DROP_REASON(Kind.INVALID);

    private final Kind kind;

    SharedProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
