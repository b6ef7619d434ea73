package vn.thongsuot.access.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.AccountView;

/// **Trang một tài khoản.**
///
/// @param locked until when its name has to wait after wrong sign-ins
/// @param link where its owner sets a password; shown this once
/// @param own whether it is the reader's
public record AccountPage(
        AccountView account,
        String person,
        String posts,
        @Nullable Instant locked,
        @Nullable String link,
        boolean own) {}
