package vn.thongsuot.shared;

import java.util.List;
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
    ///
    /// @param arguments fill the placeholders of `label` and `hint`: numbers, words, dates, bilingual texts
    record View(
            String title,
            long number,
            String label,
            @Nullable String hint,
            String href,
            String icon,
            String state,
            List<Object> arguments) {

        public View {
            arguments = List.copyOf(arguments);
        }

        public View(
                String title,
                long number,
                String label,
                @Nullable String hint,
                String href,
                String icon,
                String state) {
            this(title, number, label, hint, href, icon, state, List.of());
        }
    }
}
