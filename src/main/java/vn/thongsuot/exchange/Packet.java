package vn.thongsuot.exchange;

import java.time.Instant;
import vn.thongsuot.shared.AgencyId;

/// **Gói tin văn bản.** A letter on its way to one receiver.
///
/// @param sent business time it was given to the exchange
public record Packet(ShipmentId shipment, AgencyId sender, AgencyId receiver, Letter letter, Instant sent) {}
