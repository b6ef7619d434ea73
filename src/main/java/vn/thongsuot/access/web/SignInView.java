package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.DemonstrationAccount;

/// **Trang đăng nhập.** What was typed last, why it failed, where to go then; which other services may say who
/// somebody is; in a demonstration, whom one may be.
public record SignInView(
        String name,
        @Nullable String error,
        @Nullable String signOnError,
        String next,
        List<Service> services,
        List<DemonstrationAccount> roles,
        List<DemonstrationAccount> others) {

    /// Another sign-on service: where to go, and its name for people.
    public record Service(String href, String title) {}
}
