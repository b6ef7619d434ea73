package vn.thongsuot.calendar;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về lịch.** Why a calendar is not changed or a deadline not computed.
public enum CalendarProblem implements Problem {
    CALENDAR_ABSENT(Kind.ABSENT),
    CALENDAR_EXISTS(Kind.CONFLICT),
    VERSION_ABSENT(Kind.ABSENT),
    YEAR_OUTSIDE(Kind.INVALID),
    LIMIT_INVALID(Kind.INVALID),
    SUPPLEMENT_ORDER(Kind.INVALID),
    PERIOD_INVALID(Kind.INVALID),
    HOURS_INVALID(Kind.INVALID),
    SOURCE_MISSING(Kind.INVALID),
    NOT_A_WORKING_DAY(Kind.CONFLICT),
    NOT_A_DAY_OFF(Kind.CONFLICT),
    CHOICE_OUTSIDE(Kind.INVALID),
    CHOSEN_ALREADY(Kind.CONFLICT),
    ADJUSTMENT_ABSENT(Kind.ABSENT),
    NAME_INVALID(Kind.INVALID),
    REASON_TOO_LONG(Kind.INVALID),
    OUTSIDE_YOUR_AGENCIES(Kind.FORBIDDEN);

    private final Kind kind;

    CalendarProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
