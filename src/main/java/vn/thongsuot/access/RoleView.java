package vn.thongsuot.access;

import java.util.List;
import java.util.Set;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.PostId;

/// **Vai trò.** Named permissions that belong to kinds of posts or to single posts, and how far they reach.
public record RoleView(
        String code,
        String title,
        RoleReach reach,
        long version,
        Set<String> permissions,
        List<PostKind> kinds,
        List<PostId> posts) {

    public RoleView {
        permissions = Set.copyOf(permissions);
        kinds = List.copyOf(kinds);
        posts = List.copyOf(posts);
    }
}
