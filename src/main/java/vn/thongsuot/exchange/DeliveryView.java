package vn.thongsuot.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Nơi nhận và trạng thái.** How far one receiver is.
///
/// @param reason what the receiver, or whoever asked it back, said last
/// @param changed business time of the last change
/// @param tries how often it was tried to reach the receiver; shown while it waits
/// @param failure the code of what kept it, last; null where nothing did
public record DeliveryView(
        DeliveryId id,
        ShipmentId shipment,
        AgencyId receiver,
        DeliveryState state,
        Recall recall,
        @Nullable String reason,
        Instant changed,
        int tries,
        @Nullable String failure) {}
