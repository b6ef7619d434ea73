package vn.thongsuot.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// **Người đang đăng nhập.** What the shell may show of the person at the screen; the principal of every
/// authentication implements it.
public interface SignedIn {

    Actor actor();

    /// Full name, e.g. `Trần Thị Mỹ Hạnh`.
    String personName();

    /// The acting post and its agency, e.g. `Văn thư · Văn phòng UBND tỉnh`.
    String postLine();

    /// The posts the person may act under now, the acting one among them; empty for an account without posts.
    default List<PostChoice> posts() {
        return List.of();
    }

    /// For whom the person stands in under the acting post; nothing under a post of their own.
    default Optional<OnBehalf> onBehalf() {
        return posts().stream()
                .filter(PostChoice::acting)
                .flatMap(post -> Optional.ofNullable(post.onBehalf()).stream())
                .findFirst();
    }

    /// Names what the person acts as: the post, and the delegation where there is one; empty for an account without
    /// posts. The forms of a page carry it, so that none is done under another standing than it was shown under.
    default String standing() {
        return actor() instanceof Actor.Officer officer
                ? officer.post()
                        + officer.delegated()
                                .map(delegation -> "." + delegation)
                                .orElse("")
                : "";
    }

    /// Names of the permissions held under the acting post.
    Set<String> permissions();

    /// One post to choose from: its title, its agency, whether it is the acting one; `onBehalf` where it is
    /// another officer's, lent by delegation.
    record PostChoice(
            PostId id,
            String title,
            String agency,
            boolean acting,
            @Nullable OnBehalf onBehalf) {}

    /// Whose post was lent, by which delegation, from when to when.
    record OnBehalf(UUID delegation, String name, LocalDate from, LocalDate to) {}
}
