package vn.thongsuot.incoming;

import java.util.Map;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Lifecycle;

/// **Trạng thái văn bản đến.** Where a document stands in the agency it came to, and the one table of what may follow
/// what. It is sent back before it has an arrival number, never after.
public enum IncomingStatus implements Lifecycle<IncomingStatus> {
    /// It is here; no clerk has registered it.
    ARRIVED,
    REGISTERED,
    ASSIGNED,
    HANDLING,
    DONE,
    REFUSED,
    /// Given back to its sender; what is known of it stays.
    RECALLED;

    @Override
    public Map<Class<? extends Auditable>, IncomingStatus> moves() {
        return switch (this) {
            case ARRIVED ->
                Map.of(
                        IncomingEvent.Registered.class, REGISTERED,
                        IncomingEvent.Refused.class, REFUSED,
                        IncomingEvent.GivenBack.class, RECALLED);
            case REGISTERED ->
                Map.of(
                        IncomingEvent.Assigned.class, ASSIGNED,
                        IncomingEvent.GivenBack.class, RECALLED);
            case ASSIGNED ->
                Map.of(
                        IncomingEvent.Assigned.class, ASSIGNED,
                        IncomingEvent.Started.class, HANDLING,
                        IncomingEvent.GivenBack.class, RECALLED);
            case HANDLING ->
                Map.of(
                        IncomingEvent.Finished.class, DONE,
                        IncomingEvent.GivenBack.class, RECALLED);
            case DONE -> Map.of(IncomingEvent.GivenBack.class, RECALLED);
            case REFUSED, RECALLED -> Map.of();
        };
    }

    /// Whether somebody still has to do something.
    public boolean open() {
        return switch (this) {
            case ARRIVED, REGISTERED, ASSIGNED, HANDLING -> true;
            case DONE, REFUSED, RECALLED -> false;
        };
    }
}
