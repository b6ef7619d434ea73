package vn.thongsuot.organization;

import java.util.UUID;

/// **Mã phương án sắp xếp.** Identifies a plan of reorganisation.
public record ReorganisationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
