package vn.thongsuot.access.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.thongsuot.access.Sessions;

/// **Trang phiên đăng nhập.** Where an account is signed in, this session first.
public record SessionsView(List<Line> sessions) {

    public SessionsView {
        sessions = List.copyOf(sessions);
    }

    /// One session; `device` is empty when the browser told nothing known.
    public record Line(
            UUID handle, String device, String address, String means, Instant since, Instant seen, boolean current) {}

    static SessionsView of(List<Sessions.SessionView> sessions) {
        return new SessionsView(sessions.stream()
                .map(session -> new Line(
                        session.handle(),
                        Devices.of(session.agent()),
                        session.address(),
                        session.means(),
                        session.since(),
                        session.seen(),
                        session.current()))
                .toList());
    }
}
