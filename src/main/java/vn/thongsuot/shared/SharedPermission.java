package vn.thongsuot.shared;

/// **Quyền chung.** Rights over what belongs to no module: the clock, and how the installation runs.
public enum SharedPermission implements Permission {
    CLOCK_VIEW,
    CLOCK_MOVE,
    /// To read the installation's measures, e.g. by a Prometheus with a token limited to this.
    OPERATIONS_VIEW;

    @Override
    public boolean everyone() {
        return this == CLOCK_VIEW;
    }
}
