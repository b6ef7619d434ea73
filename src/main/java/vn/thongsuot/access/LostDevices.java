package vn.thongsuot.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// What follows when somebody's telephone or computer is lost: whatever it could enter with is worth nothing.
@Component
class LostDevices {

    private final OneTimeCodes codes;
    private final Passkeys passkeys;
    private final Sessions sessions;

    LostDevices(OneTimeCodes codes, Passkeys passkeys, Sessions sessions) {
        this.codes = codes;
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /// Turns one-time codes off, removes all passkeys and ends all sessions of `account`; the password stays.
    @Transactional
    void forget(AccountId account, Actor by) {
        if (codes.of(account).isPresent()) {
            codes.end(account, by);
        }
        passkeys.of(account).forEach(passkey -> passkeys.remove(account, passkey.id(), by));
        sessions.endOthers(account, null, by);
    }
}
