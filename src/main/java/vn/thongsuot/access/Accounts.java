package vn.thongsuot.access;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Uuids;

/// **Các tài khoản.** Opens and suspends accounts, sets passwords.
@Component
public class Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");

    private final AccountStore store;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final InstantSource realTime;
    private final BusinessClock clock;

    Accounts(
            AccountStore store,
            Passwords passwords,
            ApplicationEventPublisher events,
            InstantSource realTime,
            BusinessClock clock) {
        this.store = store;
        this.passwords = passwords;
        this.events = events;
        this.realTime = realTime;
        this.clock = clock;
    }

    /// Opens an account named `name` for `officer` (null: the first administrator); `password` may come later.
    @Transactional
    public AccountId open(String name, @Nullable OfficerId officer, @Nullable String password, Actor by) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(lower).matches()) {
            throw AccessProblem.NAME_INVALID.because();
        }
        AccountId id = new AccountId(Uuids.next(realTime.instant()));
        store.insert(id, lower, officer, password == null ? null : passwords.hashNew(password, lower));
        events.publishEvent(new AccessEvent.AccountOpened(id, 1, officer, by, clock.instant()));
        return id;
    }

    @Transactional
    public void setPassword(AccountId id, String password, Actor by) {
        AccountStore.Row account = store.find(id).orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
        long version =
                store.setPassword(id, passwords.hashNew(password, account.view().name()));
        events.publishEvent(new AccessEvent.PasswordSet(id, version, by, clock.instant()));
    }

    @Transactional
    public void suspend(AccountId id, Actor by) {
        events.publishEvent(new AccessEvent.AccountSuspended(id, store.setSuspended(id, true), by, clock.instant()));
    }

    @Transactional
    public void restore(AccountId id, Actor by) {
        events.publishEvent(new AccessEvent.AccountRestored(id, store.setSuspended(id, false), by, clock.instant()));
    }

    public Optional<AccountView> find(AccountId id) {
        return store.find(id).map(AccountStore.Row::view);
    }

    List<AccountView> find(Collection<AccountId> ids) {
        return store.find(ids).stream().map(AccountStore.Row::view).toList();
    }

    public Optional<AccountView> findByOfficer(OfficerId officer) {
        return store.findByOfficer(officer).map(AccountStore.Row::view);
    }

    public Optional<AccountView> findByName(String name) {
        return store.findByName(name).map(AccountStore.Row::view);
    }

    /// Leaves the trace of a sign-in by `means` (`password`, `code`, `passkey`, `sign-on`, `first-administrator`,
    /// `demonstration`).
    @Transactional
    public void signedIn(AccountId id, String means, Actor by) {
        events.publishEvent(new AccessEvent.SignedIn(id, store.touch(id), means, by, clock.instant()));
    }

    @Transactional
    public void signedOut(AccountId id, Actor by) {
        events.publishEvent(new AccessEvent.SignedOut(id, store.touch(id), by, clock.instant()));
    }

    @Transactional
    public void switched(AccountId id, PostId post, Actor by) {
        events.publishEvent(new AccessEvent.PostSwitched(id, store.touch(id), post, by, clock.instant()));
    }
}
