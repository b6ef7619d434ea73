package vn.thongsuot.exchange;

import java.util.Map;
import java.util.Optional;

/// **Trạng thái gửi tới một nơi.** How far a receiver is with a document, and the one table of what may follow what.
/// Work goes forward only: what was told twice, or overtaken by what came after it, changes nothing. Refused and taken
/// back are the end.
public enum DeliveryState {
    QUEUED,
    ARRIVED,
    REFUSED,
    REGISTERED,
    ASSIGNED,
    HANDLING,
    DONE,
    RECALLED;

    /// The lawful moves out of this state.
    public Map<StatusCode, DeliveryState> moves() {
        return switch (this) {
            case QUEUED ->
                Map.of(
                        StatusCode.ARRIVED, ARRIVED,
                        StatusCode.REFUSED, REFUSED,
                        StatusCode.REGISTERED, REGISTERED,
                        StatusCode.ASSIGNED, ASSIGNED,
                        StatusCode.HANDLING, HANDLING,
                        StatusCode.DONE, DONE,
                        StatusCode.RECALL_AGREED, RECALLED);
            case ARRIVED ->
                Map.of(
                        StatusCode.REFUSED, REFUSED,
                        StatusCode.REGISTERED, REGISTERED,
                        StatusCode.ASSIGNED, ASSIGNED,
                        StatusCode.HANDLING, HANDLING,
                        StatusCode.DONE, DONE,
                        StatusCode.RECALL_AGREED, RECALLED);
            case REGISTERED ->
                Map.of(
                        StatusCode.ASSIGNED, ASSIGNED,
                        StatusCode.HANDLING, HANDLING,
                        StatusCode.DONE, DONE,
                        StatusCode.RECALL_AGREED, RECALLED);
            case ASSIGNED ->
                Map.of(StatusCode.HANDLING, HANDLING, StatusCode.DONE, DONE, StatusCode.RECALL_AGREED, RECALLED);
            case HANDLING -> Map.of(StatusCode.DONE, DONE, StatusCode.RECALL_AGREED, RECALLED);
            case DONE -> Map.of(StatusCode.RECALL_AGREED, RECALLED);
            case REFUSED, RECALLED -> Map.of();
        };
    }

    /// The state after `code`; nothing where it tells nothing new.
    public Optional<DeliveryState> after(StatusCode code) {
        return Optional.ofNullable(moves().get(code));
    }

    /// Whether there is nothing left to take back.
    public boolean ended() {
        return moves().isEmpty();
    }
}
