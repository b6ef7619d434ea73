package vn.thongsuot.shared;

import java.util.UUID;

/// **Mã cán bộ.** Names an officer (a person employed by the State) for ever; carries no meaning.
public record OfficerId(UUID value) {

    public static OfficerId of(String text) {
        return new OfficerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
