package vn.thongsuot.procedure;

import vn.thongsuot.shared.Permission;

/// **Quyền về thủ tục.** Everyone reads the catalogue; loading it belongs to administrators.
public enum ProcedurePermission implements Permission {
    PROCEDURE_VIEW,
    PROCEDURE_MANAGE;

    @Override
    public boolean everyone() {
        return this == PROCEDURE_VIEW;
    }
}
