package vn.thongsuot.notification;

import java.util.UUID;

/// **Định danh thông báo.** Which notice; in the order of posting.
public record NoticeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
