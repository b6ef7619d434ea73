package vn.thongsuot.access;

import java.util.List;
import java.util.Set;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
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

    /// The same person with no more than `allowed`: what an API token may do.
    public Standing limitedTo(Set<String> allowed) {
        Set<String> fewer = new java.util.HashSet<>(permissions);
        fewer.retainAll(allowed);
        return new Standing(account, actor, signInName, personName, postLine, fewer, posts);
    }
}
