package vn.thongsuot.exchange;

import java.util.UUID;

/// **Định danh lần đến.** One shipment that came in, at the receiver's.
public record ArrivalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
