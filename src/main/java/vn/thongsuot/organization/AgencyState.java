package vn.thongsuot.organization;

/// **Cơ quan theo thời gian.** An agency as it was called and whom it stood under, during a part of its life.
public record AgencyState(AgencyView view, Period during) {}
