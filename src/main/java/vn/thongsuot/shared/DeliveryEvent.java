package vn.thongsuot.shared;

import java.time.Instant;
import java.util.UUID;

/// **Sự kiện về việc chưa tới nơi.** What people decide about events a listener did not hear.
public sealed interface DeliveryEvent extends Auditable {

    UUID event();

    @Override
    default Thing thing() {
        return new Thing("undelivered", event().toString());
    }

    /// @param listener who did not hear
    /// @param announced what it was to hear
    record RetryAsked(UUID event, long version, String listener, String announced, Actor by, Instant at)
            implements DeliveryEvent {}

    record Dropped(UUID event, long version, String listener, String announced, String reason, Actor by, Instant at)
            implements DeliveryEvent {}
}
