package vn.thongsuot.outgoing;

import java.util.Map;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Lifecycle;

/// **Trạng thái văn bản đi.** Where a document stands in its agency, and the one table of what may follow what. A
/// number once given stays in the register, also of a document that was cancelled.
public enum OutgoingStatus implements Lifecycle<OutgoingStatus> {
    DRAFT,
    AWAITING_SIGNATURE,
    SIGNED,
    /// Has its number and waits to be stamped and sealed: that follows by itself.
    NUMBERED,
    SEALED,
    ISSUED,
    DISCARDED,
    CANCELLED,
    RECALLED;

    @Override
    public Map<Class<? extends Auditable>, OutgoingStatus> moves() {
        return switch (this) {
            case DRAFT ->
                Map.of(
                        OutgoingEvent.Revised.class, DRAFT,
                        OutgoingEvent.Submitted.class, AWAITING_SIGNATURE,
                        OutgoingEvent.Discarded.class, DISCARDED);
            case AWAITING_SIGNATURE ->
                Map.of(
                        OutgoingEvent.SentBack.class, DRAFT,
                        // Whoever was to sign may be away or gone.
                        OutgoingEvent.Withdrawn.class, DRAFT,
                        OutgoingEvent.Signed.class, SIGNED);
            case SIGNED ->
                Map.of(
                        OutgoingEvent.Numbered.class, NUMBERED,
                        OutgoingEvent.Cancelled.class, CANCELLED);
            case NUMBERED ->
                Map.of(
                        OutgoingEvent.Sealed.class, SEALED,
                        OutgoingEvent.Cancelled.class, CANCELLED);
            case SEALED ->
                Map.of(
                        OutgoingEvent.Issued.class, ISSUED,
                        OutgoingEvent.Cancelled.class, CANCELLED);
            case ISSUED -> Map.of(OutgoingEvent.Recalled.class, RECALLED);
            case DISCARDED, CANCELLED, RECALLED -> Map.of();
        };
    }

    /// Whether somebody still has to do something before it is with its receivers.
    public boolean open() {
        return switch (this) {
            case DRAFT, AWAITING_SIGNATURE, SIGNED, NUMBERED, SEALED -> true;
            case ISSUED, DISCARDED, CANCELLED, RECALLED -> false;
        };
    }
}
