package vn.thongsuot.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final BusinessClock clock;

    Standings(AccountStore store, Directory directory, Rights rights, BusinessClock clock) {
        this.store = store;
        this.directory = directory;
        this.rights = rights;
        this.clock = clock;
    }

    /// The standing of `account` under `wanted`, or under the first post still held; nothing when the account is
    /// suspended or no post is held.
    public Optional<Standing> of(AccountId account, @Nullable PostId wanted) {
        return store.find(account)
                .map(AccountStore.Row::view)
                .filter(view -> !view.suspended())
                .flatMap(view -> {
                    OfficerId officer = view.officer();
                    return officer == null
                            ? Optional.of(administrator(view))
                            : directory.officer(officer).flatMap(person -> officer(view, person, wanted));
                });
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

    private Optional<Standing> officer(AccountView account, OfficerView person, @Nullable PostId wanted) {
        List<PostView> posts = directory.holdings(person.id()).stream()
                .filter(holding -> holding.period().on(clock.today()))
                .map(HoldingView::post)
                .flatMap(post -> directory.post(post).stream())
                .toList();
        return posts.stream()
                .sorted(java.util.Comparator.comparing(post -> !post.id().equals(wanted)))
                .filter(post -> directory.holdsNow(person.id(), post.id()))
                .findFirst()
                .map(acting -> standing(account, person, posts, acting));
    }

    private Standing standing(AccountView account, OfficerView person, List<PostView> posts, PostView acting) {
        Actor actor = new Actor.Officer(account.id(), person.id(), acting.id(), acting.agency(), null);
        List<SignedIn.PostChoice> choices = posts.stream()
                .map(post -> new SignedIn.PostChoice(post.id(), post.title(), agencyName(post), post.equals(acting)))
                .toList();
        Set<String> permissions = rights.of(acting);
        return new Standing(
                account.id(),
                actor,
                account.name(),
                person.name(),
                acting.title() + " · " + agencyName(acting),
                permissions,
                choices);
    }

    private String agencyName(PostView post) {
        return directory.agency(post.agency()).map(AgencyView::shortName).orElse("");
    }
}
