package vn.thongsuot.shared;

import java.util.UUID;

/// **Mã chức vụ.** Names a post an officer holds for ever; carries no meaning.
public record PostId(UUID value) {

    public static PostId of(String text) {
        return new PostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
