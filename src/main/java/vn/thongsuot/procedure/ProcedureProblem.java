package vn.thongsuot.procedure;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về thủ tục.** Why a procedure is not shown, or the catalogue not changed.
public enum ProcedureProblem implements Problem {
    PROCEDURE_ABSENT(Kind.ABSENT),
    CODE_INVALID(Kind.INVALID),
    EDITION_LOADED(Kind.CONFLICT),
    PARTS_ENTERED(Kind.CONFLICT),
    PARTS_INVALID(Kind.INVALID),
    OUTSIDE_YOUR_AGENCIES(Kind.FORBIDDEN);

    private final Kind kind;

    ProcedureProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
