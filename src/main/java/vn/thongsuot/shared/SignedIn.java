package vn.thongsuot.shared;

import java.util.Set;

/// **Người đang đăng nhập.** What the shell may show of the person at the screen; the principal of every
/// authentication implements it.
public interface SignedIn {

    Actor actor();

    /// Full name, e.g. `Trần Thị Mỹ Hạnh`.
    String personName();

    /// The acting post and its agency, e.g. `Văn thư · Văn phòng UBND tỉnh`.
    String postLine();

    /// Names of the permissions held under the acting post.
    Set<String> permissions();
}
