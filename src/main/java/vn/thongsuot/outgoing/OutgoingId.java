package vn.thongsuot.outgoing;

import java.util.UUID;

/// **Định danh văn bản đi.** Which document.
public record OutgoingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
