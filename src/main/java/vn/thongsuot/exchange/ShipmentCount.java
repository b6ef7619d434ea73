package vn.thongsuot.exchange;

/// **Số nơi nhận.** Of how many receivers a shipment is registered, and how many refused it.
public record ShipmentCount(int receivers, int arrived, int registered, int refused) {

    public static final ShipmentCount NONE = new ShipmentCount(0, 0, 0, 0);
}
