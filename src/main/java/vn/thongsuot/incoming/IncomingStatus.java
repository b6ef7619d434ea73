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
                        IncomingEvent.AskedBack.class, ARRIVED,
                        IncomingEvent.Kept.class, ARRIVED,
                        IncomingEvent.GivenBack.class, RECALLED);
            case REGISTERED ->
                Map.of(
                        IncomingEvent.Assigned.class, ASSIGNED,
                        IncomingEvent.AskedBack.class, REGISTERED,
                        IncomingEvent.Kept.class, REGISTERED,
                        IncomingEvent.GivenBack.class, RECALLED);
            case ASSIGNED ->
                Map.of(
                        IncomingEvent.Assigned.class, ASSIGNED,
                        IncomingEvent.Started.class, HANDLING,
                        IncomingEvent.AskedBack.class, ASSIGNED,
                        IncomingEvent.Kept.class, ASSIGNED,
                        IncomingEvent.GivenBack.class, RECALLED);
            // Given to somebody else, since whoever began may leave.
            case HANDLING ->
                Map.of(
                        IncomingEvent.Assigned.class, ASSIGNED,
                        IncomingEvent.Finished.class, DONE,
                        IncomingEvent.AskedBack.class, HANDLING,
                        IncomingEvent.Kept.class, HANDLING,
                        IncomingEvent.GivenBack.class, RECALLED);
            case DONE ->
                Map.of(
                        IncomingEvent.AskedBack.class, DONE,
                        IncomingEvent.Kept.class, DONE,
                        IncomingEvent.GivenBack.class, RECALLED);
            case REFUSED, RECALLED -> Map.of();
        };
    }

    /// Whether there is something to give back to its sender.
    public boolean returnable() {
        return moves().containsKey(IncomingEvent.GivenBack.class);
    }

    /// Whether somebody still has to do something.
    public boolean open() {
        return switch (this) {
            case ARRIVED, REGISTERED, ASSIGNED, HANDLING -> true;
            case DONE, REFUSED, RECALLED -> false;
        };
    }
}
