package vn.thongsuot.dossier;

import java.util.UUID;

/// **Định danh hồ sơ.** Which dossier.
public record DossierId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
