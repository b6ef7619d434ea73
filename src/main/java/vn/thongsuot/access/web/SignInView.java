package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.DemonstrationAccount;

/// **Trang đăng nhập.** What was typed last, why it failed, where to go then; in a demonstration, whom one may
/// be.
public record SignInView(String name, @Nullable String error, String next, List<DemonstrationAccount> roles) {}
