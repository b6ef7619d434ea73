package vn.thongsuot.exchange;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối liên thông.** Why a letter is not carried or a state not told.
public enum ExchangeProblem implements Problem {
    NO_RECEIVER(Kind.INVALID),
    RECEIVER_UNKNOWN(Kind.INVALID),
    ATTACHMENT_MISSING(Kind.INVALID),
    ARRIVAL_ABSENT(Kind.ABSENT),
    NOT_ASKED_BACK(Kind.CONFLICT),
    NO_CONNECTOR(Kind.CONFLICT);

    private final Kind kind;

    ExchangeProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
