package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.Passkeys;

/// **Trang khóa truy cập.**
///
/// @param device what this device may be called, to name a new passkey by
public record PasskeysView(
        List<Passkeys.PasskeyView> passkeys,
        String device,
        @Nullable String error) {

    public PasskeysView {
        passkeys = List.copyOf(passkeys);
    }
}
