package vn.thongsuot.signing.web;

import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.web.Typed;
import vn.thongsuot.signing.SignaturePlace;

/// **Ký một tệp.** The form, and why the last attempt was refused.
///
/// @param possible whether this installation has any means of signing
public record SigningForm(
        boolean possible, Typed typed, @Nullable String error) {

    public boolean corner(SignaturePlace.Corner corner) {
        return typed.text("corner").equals(corner.name());
    }

    public String page() {
        return typed.text("page");
    }
}
