package vn.thongsuot.shared;

import java.util.UUID;

/// **Mã cơ quan.** Names an agency for ever; carries no meaning.
public record AgencyId(UUID value) {

    public static AgencyId of(String text) {
        return new AgencyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
