package vn.thongsuot.access.web;

import org.springframework.stereotype.Component;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.OneTimeCodes;
import vn.thongsuot.access.Passkeys;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.SignedIn;

/// The account of whoever is signed in: pages of one's own account reach no other.
@Component
class OwnAccount {

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final Passkeys passkeys;

    OwnAccount(Accounts accounts, OneTimeCodes codes, Passkeys passkeys) {
        this.accounts = accounts;
        this.codes = codes;
        this.passkeys = passkeys;
    }

    /// The ways an account has to prove who it is.
    record Ways(boolean password, boolean codes, int passkeys) {}

    static AccountId id(SignedIn person) {
        return standing(person).account();
    }

    static Standing standing(SignedIn person) {
        if (person instanceof Standing standing) {
            return standing;
        }
        throw AccessProblem.ACCOUNT_ABSENT.because();
    }

    AccountView of(SignedIn person) {
        return accounts.find(id(person)).orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
    }

    Ways ways(SignedIn person) {
        AccountId id = id(person);
        return new Ways(
                of(person).hasPassword(),
                codes.of(id).isPresent(),
                passkeys.of(id).size());
    }
}
