package vn.thongsuot.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// **Trang danh sách.** One page of a list read by keyset: the rows, and the cursor of the next page (null at the
/// end). No page numbers, no count of everything.
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /// Cuts `rows`, read with `limit + 1`, into a page of at most `limit`; `key` names the last shown row for the
    /// next query.
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, Cursor> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, key.apply(shown.getLast()).text());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
