package vn.thongsuot.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names accounts by whose they are.
@Component
class AccessThings implements ThingNames {

    private static final String ACCOUNT = "account";

    private final Accounts accounts;
    private final Directory directory;

    AccessThings(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ACCOUNT);
    }

    @Override
    public String word(String kind) {
        return "access.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        try {
            return accounts.find(new AccountId(UUID.fromString(thing.id())))
                    .map(account -> new Named(
                            Optional.ofNullable(account.officer())
                                    .flatMap(directory::officer)
                                    .map(OfficerView::name)
                                    .orElse(account.name()),
                            null));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
