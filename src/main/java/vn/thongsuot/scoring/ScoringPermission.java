package vn.thongsuot.scoring;

import vn.thongsuot.shared.Permission;

/// **Quyền về chỉ số.** The index is public: every officer sees it and may try figures of their own. Which dossiers
/// lost
/// points is for those who answer for the agency.
public enum ScoringPermission implements Permission {
    SCORE_VIEW,
    SCORE_EXPLAIN;

    @Override
    public boolean everyone() {
        return this == SCORE_VIEW;
    }
}
