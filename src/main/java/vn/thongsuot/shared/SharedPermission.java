package vn.thongsuot.shared;

/// **Quyền chung.** Rights over what belongs to no module: the clock, and how the installation runs.
public enum SharedPermission implements Permission {
    CLOCK_VIEW,
    CLOCK_MOVE,
    /// To read the installation's measures, e.g. by a Prometheus with a token limited to this.
    OPERATIONS_VIEW,
    PALETTE_USE,
    LIVE_HEAR,
    DESIGN_VIEW;

    @Override
    public boolean everyone() {
        return switch (this) {
            case CLOCK_VIEW, PALETTE_USE, LIVE_HEAR, DESIGN_VIEW -> true;
            case CLOCK_MOVE, OPERATIONS_VIEW -> false;
        };
    }
}
