package vn.thongsuot.shared;

import java.util.UUID;

/// **Mã tài khoản.** Names a sign-in account for ever; carries no meaning.
public record AccountId(UUID value) {

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
