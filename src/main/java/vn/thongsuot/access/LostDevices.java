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
    private final Tokens tokens;

    LostDevices(OneTimeCodes codes, Passkeys passkeys, Sessions sessions, Tokens tokens) {
        this.codes = codes;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /// Revokes every token of `account`, also those for programs elsewhere.
    void revokeTokens(AccountId account, Actor by) {
        tokens.of(account).forEach(token -> tokens.revoke(account, token.id(), by));
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
