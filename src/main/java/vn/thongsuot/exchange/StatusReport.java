package vn.thongsuot.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Gói tin trạng thái.** What one side tells the other of a shipment. {@link StatusCode#RECALL_ASKED} goes to the
/// receiver, everything else to the sender.
///
/// @param sender of the letter, not of the report
/// @param at business time it was said
public record StatusReport(
        ShipmentId shipment,
        AgencyId sender,
        AgencyId receiver,
        StatusCode code,
        @Nullable String reason,
        Instant at) {

    /// Who is told.
    public AgencyId goesTo() {
        return code == StatusCode.RECALL_ASKED ? receiver : sender;
    }
}
