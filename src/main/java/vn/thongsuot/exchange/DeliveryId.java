package vn.thongsuot.exchange;

import java.util.UUID;

/// **Định danh lần gửi tới một nơi.** One receiver's copy of a shipment, at the sender's.
public record DeliveryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
