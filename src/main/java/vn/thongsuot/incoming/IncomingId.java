package vn.thongsuot.incoming;

import java.util.UUID;

/// **Định danh văn bản đến.** Which document.
public record IncomingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
