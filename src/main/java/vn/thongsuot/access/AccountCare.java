package vn.thongsuot.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;

/// **Trông coi tài khoản.** What administrators do with accounts of others: each only with those of officers whose
/// every post lies within their reach, nobody with their own.
@Component
public class AccountCare {

    private final Accounts accounts;
    private final AccountStore store;
    private final PasswordLinks links;
    private final Managers managers;
    private final AccountWays ways;

    AccountCare(Accounts accounts, AccountStore store, PasswordLinks links, Managers managers, AccountWays ways) {
        this.accounts = accounts;
        this.store = store;
        this.links = links;
        this.managers = managers;
        this.ways = ways;
    }

    /// The account `id`, as far as `by` reaches it.
    public AccountView find(AccountId id, Actor by) {
        return accounts.find(id)
                .filter(account -> reaches(account, by))
                .orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
    }

    /// Whether `by` may open an account for `officer`, or care for theirs.
    public boolean reaches(OfficerId officer, Actor by) {
        return managers.reaches(by, officer);
    }

    private boolean reaches(AccountView account, Actor by) {
        OfficerId officer = account.officer();
        return officer == null ? managers.reachesEverything(by) : managers.reaches(by, officer);
    }

    /// Opens an account for `officer`, without a password.
    @Transactional
    public AccountId open(String name, OfficerId officer, Actor by) {
        if (!managers.reaches(by, officer)) {
            throw AccessProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
        if (store.findByOfficer(officer).isPresent()) {
            throw AccessProblem.OFFICER_HAS_ACCOUNT.because();
        }
        return accounts.open(name, officer, null, by);
    }

    /// Shuts an account out: its sessions and tokens are refused at the next request.
    @Transactional
    public void suspend(AccountId id, Actor by) {
        AccountView account = others(id, by);
        if (account.suspended()) {
            return;
        }
        accounts.suspend(id, by);
        managers.needOneLeft();
    }

    @Transactional
    public void restore(AccountId id, Actor by) {
        if (find(id, by).suspended()) {
            accounts.restore(id, by);
        }
    }

    @Transactional
    public void unlock(AccountId id, Actor by) {
        find(id, by);
        ways.unlock(id, by);
    }

    /// Takes the password away, ends every session, and returns the key of a link to set a new one. The key is shown
    /// this once.
    @Transactional
    public String resetPassword(AccountId id, Actor by) {
        others(id, by);
        ways.takePassword(id, by);
        return links.issue(id);
    }

    /// Their telephone or computer is lost: one-time codes, passkeys and sessions are worth nothing from now on.
    @Transactional
    public void forgetDevices(AccountId id, Actor by) {
        others(id, by);
        ways.forgetDevices(id, by);
    }

    private AccountView others(AccountId id, Actor by) {
        AccountView account = find(id, by);
        boolean own = switch (by) {
            case Actor.Officer officer -> officer.account().equals(id);
            case Actor.Administrator administrator -> administrator.account().equals(id);
            case Actor.Neighbour _, Actor.Job _ -> false;
        };
        if (own) {
            throw AccessProblem.OWN_ACCOUNT.because();
        }
        return account;
    }
}
