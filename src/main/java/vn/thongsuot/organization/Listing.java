package vn.thongsuot.organization;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// **Danh sách.** A part of a list in order, how many there are in all (they are counted in memory), and where the
/// next part begins; null at the end.
public record Listing<T>(List<T> items, int total, @Nullable String next) {

    public Listing {
        items = List.copyOf(items);
    }

    public <R> Listing<R> map(Function<? super T, ? extends R> change) {
        return new Listing<>(items.stream().<R>map(change).toList(), total, next);
    }

    /// **Phần danh sách.** At most `limit` of a list, from after the cursor `after`; null begins it.
    public record Part(@Nullable String after, int limit) {}
}
