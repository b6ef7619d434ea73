package vn.thongsuot.access;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Refusal;

/// **Kiểm tra người đăng nhập.** Checks what a person knows: name and password, then a one-time code where the
/// account asks for one; both again before a dangerous act. Every wrong one counts towards the lock of the name.
@Component
public class SignIns {

    private static final Actor BY = new Actor.Job("sign-in");

    private final AccountStore store;
    private final Passwords passwords;
    private final SignInFailures failures;
    private final OneTimeCodes codes;
    private final AccountTrace trace;

    SignIns(AccountStore store, Passwords passwords, SignInFailures failures, OneTimeCodes codes, AccountTrace trace) {
        this.store = store;
        this.passwords = passwords;
        this.failures = failures;
        this.codes = codes;
        this.trace = trace;
    }

    /// The account whose name and password these are. Refuses a wrong pair in the same words, after the same
    /// time, whether the name exists or not, and where it is suspended. Where the account asks for codes, this is
    /// only the first step: {@link #enterCode} is the second.
    public AccountView authenticate(String name, String password, String address) {
        int left = failures.admit(name, address);
        Optional<AccountStore.Row> account = store.findByName(name);
        if (!right(account, password)) {
            throw failed(name, account, left, AccessProblem.SIGN_IN_WRONG);
        }
        failures.undo(name, address);
        AccountView view = account.orElseThrow().view();
        if (codes.of(view.id()).isEmpty()) {
            failures.forget(name);
        }
        return view;
    }

    /// The second step. Refuses a code that is wrong or was used.
    public void enterCode(AccountId id, String code, String address) {
        Optional<AccountStore.Row> account = store.find(id);
        String name = name(account);
        int left = failures.admit(name, address);
        if (!codes.accept(id, code)) {
            throw failed(name, account, left, AccessProblem.CODE_WRONG_LEFT);
        }
        failures.undo(name, address);
        failures.forget(name);
    }

    /// Somebody signed in proves again who they are: by password, and by code where the account asks for codes.
    public void proveAgain(AccountId id, String password, String code, String address) {
        Optional<AccountStore.Row> account = store.find(id);
        String name = name(account);
        int left = failures.admit(name, address);
        if (!right(account, password)) {
            throw failed(name, account, left, AccessProblem.PASSWORD_WRONG);
        }
        if (codes.of(id).isPresent() && !codes.accept(id, code)) {
            throw failed(name, account, left, AccessProblem.CODE_WRONG_LEFT);
        }
        failures.undo(name, address);
    }

    /// Until when the account's name has to wait after wrong sign-ins; nothing when it need not.
    public Optional<Instant> lockedUntil(AccountId id) {
        return failures.lockedUntil(name(store.find(id)));
    }

    @Transactional
    public void unlock(AccountId id, Actor by) {
        failures.forget(name(store.find(id)));
        trace.leave(id, (version, at) -> new SignInEvent.SignInUnlocked(id, version, by, at));
    }

    private boolean right(Optional<AccountStore.Row> account, String password) {
        String hash = account.map(AccountStore.Row::passwordHash).orElse(null);
        boolean open = account.map(row -> !row.view().suspended()).orElse(false);
        // Nobody has a longer one; hashing megabytes would only cost us.
        String tried = password.length() > PasswordRules.LONGEST ? "" : password;
        return passwords.matches(tried, hash) && open;
    }

    private Refusal failed(String name, Optional<AccountStore.Row> account, int left, AccessProblem why) {
        if (left > 0) {
            return why.because(left, SignInFailures.LOCK.toMinutes());
        }
        Instant until = failures.lockedUntil(name).orElse(null);
        if (until == null) {
            return AccessProblem.SIGN_IN_LOCKED.because(SignInFailures.LOCK.toMinutes());
        }
        account.map(row -> row.view().id())
                .ifPresent(id ->
                        trace.leave(id, (version, at) -> new SignInEvent.SignInLocked(id, version, until, BY, at)));
        return AccessProblem.SIGN_IN_LOCKED.because(failures.minutesUntil(until));
    }

    private static String name(Optional<AccountStore.Row> account) {
        return account.orElseThrow(AccessProblem.ACCOUNT_ABSENT::because).view().name();
    }
}
