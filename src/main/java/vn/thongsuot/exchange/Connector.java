package vn.thongsuot.exchange;

import vn.thongsuot.shared.AgencyId;

/// **Đầu nối liên thông.** A way to other agencies: within this installation, or over an axis. Called outside any
/// transaction, at least once, and again later where it throws; it returns only when the other side has stored what it
/// was given. A {@link vn.thongsuot.shared.Refusal} means that trying again helps nobody.
public interface Connector {

    /// Whether `agency` is reached over this one.
    boolean reaches(AgencyId agency);

    void deliver(Packet packet);

    void report(StatusReport report);
}
