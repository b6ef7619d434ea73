package vn.thongsuot.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Personal;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// **Sự kiện truy cập.** Everything that can happen to an account.
public sealed interface AccessEvent extends Auditable {

    /// An event of one account.
    sealed interface OfAccount extends AccessEvent {
        AccountId account();

        @Override
        default Thing thing() {
            return new Thing("account", account().toString());
        }
    }

    /// Whose account it is can be erased: the account stays a pseudonym.
    record AccountOpened(
            AccountId account,
            long version,
            @Personal(subject = "officer") @Nullable OfficerId officer,
            Actor by,
            Instant at)
            implements OfAccount {}

    record AccountSuspended(AccountId account, long version, Actor by, Instant at) implements OfAccount {}

    record AccountRestored(AccountId account, long version, Actor by, Instant at) implements OfAccount {}

    record PasswordSet(AccountId account, long version, Actor by, Instant at) implements OfAccount {}

    /// An administrator took the password away; its owner sets a new one by a link.
    record PasswordTaken(AccountId account, long version, Actor by, Instant at) implements OfAccount {}

    record SignedIn(AccountId account, long version, String means, Actor by, Instant at) implements OfAccount {}

    record SignedOut(AccountId account, long version, Actor by, Instant at) implements OfAccount {}

    record PostSwitched(AccountId account, long version, PostId post, Actor by, Instant at) implements OfAccount {}

    record TokenIssued(AccountId account, long version, UUID token, Instant expires, Actor by, Instant at)
            implements OfAccount {}

    record TokenRevoked(AccountId account, long version, UUID token, Actor by, Instant at) implements OfAccount {}

    /// The demonstration's accounts were opened, all but the named ones without a password.
    record DemonstrationAccountsOpened(String province, long version, int accounts, Actor by, Instant at)
            implements AccessEvent {
        @Override
        public Thing thing() {
            return new Thing("demonstration-accounts", province);
        }
    }
}
