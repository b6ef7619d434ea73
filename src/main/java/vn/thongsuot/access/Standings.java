package vn.thongsuot.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SignedIn;

/// **Xác định tư cách.** Says who an account is at this moment. Whether the account is open, the post held and
/// which rights it carries are asked of the database every time: what was taken away on one node is refused on
/// all at the next request.
@Component
public class Standings {

    private final AccountStore store;
    private final Directory directory;
    private final Rights rights;
    private final DelegationStore delegations;
    private final BusinessClock clock;

    Standings(
            AccountStore store, Directory directory, Rights rights, DelegationStore delegations, BusinessClock clock) {
        this.store = store;
        this.directory = directory;
        this.rights = rights;
        this.delegations = delegations;
        this.clock = clock;
    }

    /// The standing of `account` under `wanted`, or under the first post still held; nothing when the account is
    /// suspended or no post is held.
    public Optional<Standing> of(AccountId account, @Nullable PostId wanted) {
        return of(account, wanted, null);
    }

    /// The same, in place of somebody else by `delegation` while that is in force; else under an own post.
    public Optional<Standing> of(AccountId account, @Nullable PostId wanted, @Nullable UUID delegation) {
        return store.find(account)
                .map(AccountStore.Row::view)
                .filter(view -> !view.suspended())
                .flatMap(view -> {
                    OfficerId officer = view.officer();
                    return officer == null
                            ? Optional.of(administrator(view))
                            : directory.officer(officer).flatMap(person -> officer(view, person, wanted, delegation));
                });
    }

    /// Under which other post of theirs `standing`'s person holds `permission`.
    public Optional<SignedIn.PostChoice> elsewhere(Standing standing, String permission) {
        return standing.posts().stream()
                .filter(choice -> !choice.acting())
                .filter(choice -> of(standing.account(), choice.id(), delegation(choice))
                        .filter(other -> other.actsAs(choice))
                        .map(other -> other.permissions().contains(permission))
                        .orElse(false))
                .findFirst();
    }

    private static @Nullable UUID delegation(SignedIn.PostChoice choice) {
        SignedIn.OnBehalf onBehalf = choice.onBehalf();
        return onBehalf == null ? null : onBehalf.delegation();
    }

    private Standing administrator(AccountView account) {
        return new Standing(
                account.id(),
                new Actor.Administrator(account.id()),
                account.name(),
                account.name(),
                "",
                rights.all(),
                List.of());
    }

    private Optional<Standing> officer(
            AccountView account, OfficerView person, @Nullable PostId wanted, @Nullable UUID delegation) {
        List<PostView> posts = directory.holdings(person.id()).stream()
                .filter(holding -> holding.period().on(clock.today()))
                .map(HoldingView::post)
                .flatMap(post -> directory.post(post).stream())
                .toList();
        Optional<PostView> own = posts.stream()
                .sorted(Comparator.comparing(post -> !post.id().equals(wanted)))
                .filter(post -> directory.holdsNow(person.id(), post.id()))
                .findFirst();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<DelegationStore.Lent> lent = delegations.inForceFor(person.id()).stream()
                .filter(one -> stillHeld(one, one.id().equals(delegation)))
                .toList();
        Optional<DelegationStore.Lent> standingIn =
                lent.stream().filter(one -> one.id().equals(delegation)).findFirst();
        return Optional.of(standing(account, person, new Choices(posts, lent, own.get(), standingIn.orElse(null))));
    }

    /// Whether the lender still holds the post: of the one to be used the database is asked, of the others that are
    /// only offered the memory.
    private boolean stillHeld(DelegationStore.Lent lent, boolean used) {
        return used
                ? directory.holdsNow(lent.delegator(), lent.post())
                : directory.holdings(lent.delegator()).stream()
                        .anyMatch(holding -> holding.post().equals(lent.post())
                                && holding.period().on(clock.today()));
    }

    /// The posts a person may act under: own ones, lent ones, and the one acted under now.
    private record Choices(
            List<PostView> posts,
            List<DelegationStore.Lent> lent,
            PostView own,
            DelegationStore.@Nullable Lent standingIn) {}

    private Standing standing(AccountView account, OfficerView person, Choices choices) {
        DelegationStore.Lent lent = choices.standingIn();
        PostView acting =
                lent == null ? choices.own() : directory.post(lent.post()).orElseThrow();
        Actor actor = new Actor.Officer(
                account.id(), person.id(), acting.id(), acting.agency(), lent == null ? null : lent.id());
        return new Standing(
                account.id(),
                actor,
                account.name(),
                person.name(),
                acting.title() + " · " + agencyName(acting),
                lent == null ? rights.of(acting) : rights.lent(acting, lent.permissions()),
                offered(choices));
    }

    private List<SignedIn.PostChoice> offered(Choices choices) {
        DelegationStore.Lent standingIn = choices.standingIn();
        Stream<SignedIn.PostChoice> own = choices.posts().stream()
                .map(post -> new SignedIn.PostChoice(
                        post.id(),
                        post.title(),
                        agencyName(post),
                        standingIn == null && post.equals(choices.own()),
                        null));
        Stream<SignedIn.PostChoice> others = choices.lent().stream()
                .flatMap(lent -> directory.post(lent.post()).stream()
                        .map(post -> new SignedIn.PostChoice(
                                post.id(), post.title(), agencyName(post), lent.equals(standingIn), onBehalf(lent))));
        return Stream.concat(own, others).toList();
    }

    private SignedIn.OnBehalf onBehalf(DelegationStore.Lent lent) {
        String name = directory.officer(lent.delegator()).map(OfficerView::name).orElse("");
        return new SignedIn.OnBehalf(lent.id(), name, lent.from(), lent.to());
    }

    private String agencyName(PostView post) {
        return directory.agency(post.agency()).map(AgencyView::shortName).orElse("");
    }
}
