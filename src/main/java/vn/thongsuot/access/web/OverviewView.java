package vn.thongsuot.access.web;

import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.OneTimeCodes;

/// **Trang tài khoản.** What stands where with one's own account.
///
/// @param done what was just done, to say so once
/// @param codes null while one-time codes are off
public record OverviewView(
        String signInName,
        String personName,
        String postLine,
        boolean password,
        OneTimeCodes.@Nullable Enrolled codes,
        int passkeys,
        int sessions,
        int tokens,
        @Nullable String done) {}
