package vn.thongsuot.access;

import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.OfficerId;

/// **Tài khoản.** A sign-in account; only the first administrator's belongs to no officer.
public record AccountView(
        AccountId id, String name, @Nullable OfficerId officer, boolean suspended, boolean hasPassword) {}
