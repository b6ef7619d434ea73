package vn.thongsuot.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// **Thẻ trang chủ.** What a module tells an officer on the home page. The number comes from the module's own
/// face.
public interface HomeCard {

    /// Position on the home page, small first.
    int order();

    /// The card for `actor`, or nothing where the actor has no business with it.
    Optional<View> of(Actor actor);

    /// `title`, `label` and `hint` are message keys; `state` one of wait, doing, soon, late, done, pause, void.
    record View(
            String title,
            long number,
            String label,
            @Nullable String hint,
            String href,
            String icon,
            String state) {}
}
