package vn.thongsuot.shared;

import java.util.List;
import java.util.Set;

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

    /// Names of the permissions held under the acting post.
    Set<String> permissions();

    /// One post to choose from: its title, its agency, and whether it is the acting one.
    record PostChoice(PostId id, String title, String agency, boolean acting) {}
}
