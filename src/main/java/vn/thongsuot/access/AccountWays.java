package vn.thongsuot.access;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// How an account can be entered, as far as administrators may change it.
@Component
class AccountWays {

    private final AccountStore store;
    private final SignIns signIns;
    private final AccountTrace trace;
    private final LostDevices devices;

    AccountWays(AccountStore store, SignIns signIns, AccountTrace trace, LostDevices devices) {
        this.store = store;
        this.signIns = signIns;
        this.trace = trace;
        this.devices = devices;
    }

    void unlock(AccountId id, Actor by) {
        signIns.unlock(id, by);
    }

    Optional<Instant> lockedUntil(AccountId id) {
        return signIns.lockedUntil(id);
    }

    void forgetDevices(AccountId id, Actor by) {
        devices.forget(id, by);
    }

    /// Takes away everything the account can be entered with: whoever knew the password may have added other ways.
    void takePassword(AccountId id, Actor by) {
        devices.forget(id, by);
        devices.revokeTokens(id, by);
        store.clearPassword(id);
        trace.leave(id, (version, at) -> new AccessEvent.PasswordTaken(id, version, by, at));
    }
}
