package vn.thongsuot.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SignedIn;

/// **Tư cách hiện tại.** Who somebody is at this very moment: the account, the acting post, the permissions. Made
/// anew for every request, never kept.
public record Standing(
        AccountId account,
        Actor actor,
        String signInName,
        String personName,
        String postLine,
        Set<String> permissions,
        List<PostChoice> posts)
        implements SignedIn {

    public Standing {
        permissions = Set.copyOf(permissions);
        posts = List.copyOf(posts);
    }

    /// Whether it is what was asked for: in place of somebody by `delegation`, or under `post`; nothing asked is
    /// always answered.
    public boolean under(@Nullable PostId post, @Nullable UUID delegation) {
        return switch (actor) {
            case Actor.Officer officer ->
                delegation == null
                        ? post == null || post.equals(officer.post())
                        : delegation.equals(officer.delegation());
            case Actor.Administrator _, Actor.Job _, Actor.Neighbour _ -> true;
        };
    }

    /// Whether this is the standing that choosing `choice` leads to.
    boolean actsAs(PostChoice choice) {
        return posts.stream()
                .anyMatch(post -> post.acting()
                        && post.id().equals(choice.id())
                        && Objects.equals(post.onBehalf(), choice.onBehalf()));
    }

    /// The same person with no more than `allowed`: what an API token may do.
    public Standing limitedTo(Set<String> allowed) {
        Set<String> fewer = new java.util.HashSet<>(permissions);
        fewer.retainAll(allowed);
        return new Standing(account, actor, signInName, personName, postLine, fewer, posts);
    }
}
