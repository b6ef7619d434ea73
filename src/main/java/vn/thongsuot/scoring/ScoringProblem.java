package vn.thongsuot.scoring;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về chỉ số.** Why counts are not turned into points.
public enum ScoringProblem implements Problem {
    PERIOD_UNREADABLE(Kind.INVALID),
    RULES_UNKNOWN(Kind.INVALID),
    RULES_NOT_YET(Kind.INVALID),
    INDICATOR_UNKNOWN(Kind.INVALID),
    COUNTS_MISSING(Kind.INVALID),
    COUNT_INVALID(Kind.INVALID),
    COUNT_INCOMPLETE(Kind.INVALID),
    PART_EXCEEDS_WHOLE(Kind.INVALID);

    private final Kind kind;

    ScoringProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
