package vn.thongsuot.shared;

/// **Quyền chung.** Rights over what belongs to no module.
public enum SharedPermission implements Permission {
    CLOCK_VIEW,
    CLOCK_MOVE;

    @Override
    public boolean everyone() {
        return this == CLOCK_VIEW;
    }
}
