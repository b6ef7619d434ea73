package vn.thongsuot.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Văn bản đến qua liên thông.** A letter that came in.
///
/// @param recall whether the sender wants it back
/// @param recallReason why; null where it does not
public record ArrivalView(
        ArrivalId id,
        ShipmentId shipment,
        AgencyId sender,
        AgencyId receiver,
        Letter letter,
        Instant arrived,
        Recall recall,
        @Nullable String recallReason) {}
