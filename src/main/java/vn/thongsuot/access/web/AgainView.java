package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Trang xác nhận lại.** How somebody may prove again who they are, and the form that waits for it.
///
/// @param action where the answer goes: the act that waits, or this page
/// @param typed the fields of that act as they were sent
/// @param done whether it is proven already, in another tab
public record AgainView(
        String action,
        List<Typed> typed,
        boolean password,
        boolean code,
        boolean passkey,
        List<SignInView.Service> services,
        boolean done,
        @Nullable String error) {

    /// One field of the waiting form.
    public record Typed(String name, String value) {}
}
