package vn.thongsuot.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names accounts by whose they are, delegations by who lent to whom, absences by who is away, roles by their title.
@Component
class AccessThings implements ThingNames {

    private static final String ACCOUNT = "account";

    private final Accounts accounts;
    private final DelegationStore delegations;
    private final AbsenceStore absences;
    private final RoleStore roles;
    private final Directory directory;

    AccessThings(
            Accounts accounts,
            DelegationStore delegations,
            AbsenceStore absences,
            RoleStore roles,
            Directory directory) {
        this.accounts = accounts;
        this.delegations = delegations;
        this.absences = absences;
        this.roles = roles;
        this.directory = directory;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ACCOUNT, "delegation", "absence", "role");
    }

    @Override
    public String word(String kind) {
        return "access.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        try {
            return switch (thing.kind()) {
                case ACCOUNT ->
                    accounts.find(new AccountId(UUID.fromString(thing.id()))).map(this::named);
                case "delegation" ->
                    delegations
                            .find(UUID.fromString(thing.id()))
                            .map(lent -> new Named(person(lent.delegator()) + " → " + person(lent.delegate()), null));
                case "absence" ->
                    absences.find(UUID.fromString(thing.id())).map(away -> new Named(person(away.officer()), null));
                case "role" ->
                    roles.find(thing.id()).map(role -> new Named(role.title(), "/access/roles/" + role.code()));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /// Accounts are many, and asked for at once; of the others there are few.
    @Override
    public Map<Thing, Named> names(Collection<Thing> things) {
        Map<Thing, Named> names = new HashMap<>();
        Map<AccountId, Thing> asked = new HashMap<>();
        for (Thing thing : things) {
            Optional<AccountId> account = thing.kind().equals(ACCOUNT) ? id(thing) : Optional.empty();
            account.ifPresentOrElse(
                    id -> asked.put(id, thing), () -> name(thing).ifPresent(named -> names.put(thing, named)));
        }
        if (!asked.isEmpty()) {
            accounts.find(asked.keySet())
                    .forEach(
                            account -> names.put(new Thing(ACCOUNT, account.id().toString()), named(account)));
        }
        return names;
    }

    private static Optional<AccountId> id(Thing thing) {
        try {
            return Optional.of(new AccountId(UUID.fromString(thing.id())));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Named named(AccountView account) {
        return new Named(
                Optional.ofNullable(account.officer()).map(this::person).orElse(account.name()),
                "/access/accounts/" + account.id());
    }

    private String person(OfficerId officer) {
        return directory.officer(officer).map(OfficerView::name).orElse("");
    }
}
