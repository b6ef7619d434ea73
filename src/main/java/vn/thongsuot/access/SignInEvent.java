package vn.thongsuot.access;

import java.time.Instant;
import java.util.UUID;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện về cách đăng nhập.** What happens to an account's ways to sign in: locks, one-time codes, passkeys,
/// sessions. They share the account's versions with {@link AccessEvent}.
public sealed interface SignInEvent extends Auditable {

    AccountId account();

    @Override
    default Thing thing() {
        return new Thing("account", account().toString());
    }

    /// Too many wrong sign-ins: the name has to wait.
    record SignInLocked(AccountId account, long version, Instant until, Actor by, Instant at) implements SignInEvent {}

    record SignInUnlocked(AccountId account, long version, Actor by, Instant at) implements SignInEvent {}

    record OneTimeCodesBegun(AccountId account, long version, Actor by, Instant at) implements SignInEvent {}

    record OneTimeCodesEnded(AccountId account, long version, Actor by, Instant at) implements SignInEvent {}

    record RecoveryCodesRenewed(AccountId account, long version, Actor by, Instant at) implements SignInEvent {}

    record RecoveryCodeUsed(AccountId account, long version, int left, Actor by, Instant at) implements SignInEvent {}

    record PasskeyAdded(AccountId account, long version, UUID passkey, Actor by, Instant at) implements SignInEvent {}

    record PasskeyRenamed(AccountId account, long version, UUID passkey, Actor by, Instant at) implements SignInEvent {}

    record PasskeyRemoved(AccountId account, long version, UUID passkey, Actor by, Instant at) implements SignInEvent {}

    /// An account recognised by another sign-on service for the first time.
    record SignOnLinked(AccountId account, long version, String issuer, Actor by, Instant at) implements SignInEvent {}

    record SessionsEnded(AccountId account, long version, int sessions, Actor by, Instant at) implements SignInEvent {}
}
