package vn.thongsuot.dossier;

import vn.thongsuot.shared.Permission;

/// **Quyền về hồ sơ.** Each for the dossiers of the agencies a role reaches.
public enum DossierPermission implements Permission {
    DOSSIER_VIEW,
    DOSSIER_RECEIVE,
    DOSSIER_PROCESS,
    DOSSIER_SIGN
}
