package vn.thongsuot.shared;

import java.time.Instant;
import java.util.UUID;

/// **Một việc chưa tới nơi.** An event that one listener has not heard.
///
/// @param listenerId the listener as Modulith names it: `vn.thongsuot.scoring.Scores.on(…)`
/// @param type the event's class
/// @param published when it happened, real time
/// @param tries how often the listener was told
/// @param nextTry when it is told again, unless parked
/// @param parked whether the platform has given up and waits for a person
public record UndeliveredEvent(
        UUID id, String listenerId, String type, Instant published, int tries, Instant nextTry, boolean parked) {

    private static final String BASE = "vn.thongsuot.";

    /// `AccessEvent.AccountOpened`, as the log calls it.
    public String event() {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }

    /// The listener's class and method without its package: `Scores.on`.
    public String listener() {
        String method = listenerId.contains("(") ? listenerId.substring(0, listenerId.indexOf('(')) : listenerId;
        String name = method.substring(method.lastIndexOf('.') + 1);
        String owner = method.substring(0, Math.max(0, method.length() - name.length() - 1));
        return owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.') + "." + name;
    }

    /// The module that did not hear, e.g. `scoring`.
    public String module() {
        if (!listenerId.startsWith(BASE)) {
            return "";
        }
        String rest = listenerId.substring(BASE.length());
        return rest.substring(0, rest.indexOf('.'));
    }

    /// The module the event is of.
    public String source() {
        String rest = type.startsWith(BASE) ? type.substring(BASE.length()) : "";
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
    }
}
