package vn.thongsuot.exchange;

import java.util.List;
import vn.thongsuot.shared.AgencyId;

/// **Gửi văn bản.** A letter of one agency to others. The same id is the same shipment however often it is sent.
public record Shipment(ShipmentId id, AgencyId sender, List<AgencyId> receivers, Letter letter) {

    public Shipment {
        receivers = List.copyOf(receivers);
    }
}
