package vn.thongsuot.inspection;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối khi tra cứu nhật ký.**
public enum InspectionProblem implements Problem {
    /// The entry belongs to an agency the auditor does not inspect.
    OUTSIDE_YOUR_INSPECTION(Kind.FORBIDDEN);

    private final Kind kind;

    InspectionProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
