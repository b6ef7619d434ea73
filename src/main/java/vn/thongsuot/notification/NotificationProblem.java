package vn.thongsuot.notification;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về thông báo.** Why a notice is not opened; somebody else's is as absent as one there
/// never was.
public enum NotificationProblem implements Problem {
    NOTICE_ABSENT(Kind.ABSENT);

    private final Kind kind;

    NotificationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
