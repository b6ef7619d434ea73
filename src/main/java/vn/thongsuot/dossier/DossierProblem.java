package vn.thongsuot.dossier;

import vn.thongsuot.shared.Problem;

/// **Lý do từ chối về hồ sơ.** Why a dossier is not received or not moved on.
public enum DossierProblem implements Problem {
    DOSSIER_ABSENT(Kind.ABSENT),
    PROCEDURE_INCOMPLETE(Kind.CONFLICT),
    APPLICANT_MISSING(Kind.INVALID),
    NUMBER_INVALID(Kind.INVALID),
    TEXT_TOO_LONG(Kind.INVALID),
    COMPONENT_MISSING(Kind.INVALID),
    COMPONENT_NOT_SEEN(Kind.INVALID),
    AGENCY_WITHOUT_CODE(Kind.CONFLICT),
    STEP_NOT_ALLOWED(Kind.CONFLICT),
    NOT_YOURS(Kind.FORBIDDEN),
    ALREADY_ASKED(Kind.CONFLICT),
    ASKED_TOO_LATE(Kind.CONFLICT),
    PAPERS_MISSING(Kind.INVALID),
    RESULT_MISSING(Kind.INVALID),
    REASON_MISSING(Kind.INVALID),
    FILE_UNREADABLE(Kind.INVALID),
    UPLOAD_ABSENT(Kind.INVALID);

    private final Kind kind;

    DossierProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
