package vn.thongsuot.exchange;

import java.util.UUID;

/// **Định danh lần gửi.** Which document on its way: chosen by whoever sends it, so that sending again is no second
/// sending.
public record ShipmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
