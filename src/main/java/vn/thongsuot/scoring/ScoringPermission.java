package vn.thongsuot.scoring;

import vn.thongsuot.shared.Permission;

/// **Quyền về chỉ số.** The index is public: every officer sees it and may try figures of their own.
public enum ScoringPermission implements Permission {
    SCORE_VIEW;

    @Override
    public boolean everyone() {
        return true;
    }
}
