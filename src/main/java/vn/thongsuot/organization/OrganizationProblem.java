package vn.thongsuot.organization;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về tổ chức.** Why a change of the organization is refused.
public enum OrganizationProblem implements Problem {
    AGENCY_ABSENT(Kind.ABSENT),
    AGENCY_UNCLEAR(Kind.INVALID),
    OFFICER_ABSENT(Kind.ABSENT),
    POST_ABSENT(Kind.ABSENT),
    HOLDING_ABSENT(Kind.ABSENT),
    UNIT_ABSENT(Kind.ABSENT),
    NAME_INVALID(Kind.INVALID),
    CODE_INVALID(Kind.INVALID),
    DATE_INVALID(Kind.INVALID),
    DATE_AHEAD(Kind.INVALID),
    DATE_BEFORE_FOUNDING(Kind.INVALID),
    DATE_BEFORE_LAST_CHANGE(Kind.CONFLICT),
    CELL_EMPTY(Kind.INVALID),
    CELL_UNKNOWN(Kind.INVALID),
    CELL_FIXED(Kind.INVALID),
    ROW_TWICE(Kind.INVALID),
    FILE_EMPTY(Kind.INVALID),
    FILE_TOO_LONG(Kind.INVALID),
    FILE_COLUMNS(Kind.INVALID),
    FILE_ENCODING(Kind.INVALID),
    FILE_UNREADABLE(Kind.INVALID),
    IMPORT_ABSENT(Kind.ABSENT),
    IMPORT_STALE(Kind.CONFLICT),
    IMPORT_APPLIED(Kind.CONFLICT),
    IMPORT_HAS_BAD_LINES(Kind.CONFLICT),
    IMPORT_NOTHING(Kind.CONFLICT),
    CODE_TAKEN(Kind.CONFLICT),
    AGENCY_ENDED(Kind.CONFLICT),
    AGENCY_STILL_HAS_CHILDREN(Kind.CONFLICT),
    AGENCY_STILL_HAS_OFFICERS(Kind.CONFLICT),
    BEGINS_AFTER_END(Kind.CONFLICT),
    POST_CLOSED(Kind.CONFLICT),
    POST_ALREADY_HELD(Kind.CONFLICT),
    PLAN_ABSENT(Kind.ABSENT),
    PLAN_CLOSED(Kind.CONFLICT),
    PLAN_EMPTY(Kind.CONFLICT),
    PLAN_INCOMPLETE(Kind.CONFLICT),
    PLAN_AHEAD(Kind.CONFLICT),
    STEP_ABSENT(Kind.ABSENT),
    SUCCESSOR_SAME(Kind.INVALID),
    TABLE_UNREADABLE(Kind.INVALID),
    TABLE_REFUSED(Kind.INVALID),
    MAIN_POST_ELSEWHERE(Kind.FORBIDDEN),
    POST_GIVES_RIGHTS(Kind.FORBIDDEN),
    OUTSIDE_YOUR_AGENCIES(Kind.FORBIDDEN);

    private final Kind kind;

    OrganizationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
