package vn.thongsuot.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.SharedProblem;

/// Things to be found by their names, kept in the order of their lists. Immutable.
final class NameIndex<T> {

    private final Comparator<Entry<T>> order;
    private final List<Entry<T>> entries;

    /// @param id tells things of the same name apart
    /// @param key what they are sorted by
    /// @param names what they answer to; the best match counts
    record Entry<T>(T thing, String id, String key, List<Folded> names) {

        int rank(Folded query) {
            return names.stream()
                    .mapToInt(name -> name.rank(query))
                    .filter(rank -> rank >= 0)
                    .min()
                    .orElse(-1);
        }
    }

    /// @param entries in the order of `keys`
    private NameIndex(List<Entry<T>> entries, Comparator<String> keys) {
        this.order = Comparator.comparing((Entry<T> entry) -> entry.key(), keys).thenComparing(Entry::id);
        this.entries = entries;
    }

    /// @param sorting sorts keys as `keys` does, and fast: each key is turned into it once
    static <T, S extends Comparable<? super S>> NameIndex<T> of(
            Stream<Entry<T>> things, Comparator<String> keys, Function<String, S> sorting) {
        record Sorted<T, S>(Entry<T> entry, S by) {}
        List<Entry<T>> entries = things.map(entry -> new Sorted<>(entry, sorting.apply(entry.key())))
                .sorted(Comparator.comparing((Sorted<T, S> one) -> one.by())
                        .thenComparing(one -> one.entry().id()))
                .map(Sorted::entry)
                .toList();
        return new NameIndex<>(entries, keys);
    }

    /// The wanted things that answer `query` (all of them for a blank one), best first, then in order.
    List<T> best(String query, Predicate<T> wanted, int limit) {
        return ranked(query, wanted).stream()
                .limit(limit)
                .map(found -> found.entry().thing())
                .toList();
    }

    /// A part of the same list.
    Listing<T> list(String query, Predicate<T> wanted, Listing.Part part) {
        List<Ranked<T>> found = ranked(query, wanted);
        int from = start(found, part.after());
        int to = Math.min(found.size(), from + part.limit());
        String next = from < to && to < found.size() ? cursor(found.get(to - 1)) : null;
        return new Listing<>(
                found.subList(from, to).stream().map(one -> one.entry().thing()).toList(), found.size(), next);
    }

    private record Ranked<T>(Entry<T> entry, int rank) {}

    private List<Ranked<T>> ranked(String query, Predicate<T> wanted) {
        boolean everything = query.isBlank();
        Folded asked = Folded.of(query);
        if (!everything && asked.plain().isEmpty()) {
            return List.of();
        }
        List<Ranked<T>> found = new ArrayList<>();
        for (Entry<T> entry : entries) {
            int rank = everything ? 0 : entry.rank(asked);
            if (rank >= 0 && wanted.test(entry.thing())) {
                found.add(new Ranked<>(entry, rank));
            }
        }
        found.sort(Comparator.comparingInt(Ranked::rank));
        return found;
    }

    private static String cursor(Ranked<?> last) {
        return Cursor.of(last.rank(), last.entry().key(), last.entry().id()).text();
    }

    /// The first place after the one `after` names, also when that one is no longer there.
    private int start(List<Ranked<T>> found, @Nullable String after) {
        Cursor cursor = Cursor.read(after, 3);
        if (cursor == null) {
            return 0;
        }
        int rank = rank(cursor.part(0));
        int start = 0;
        while (start < found.size() && !isAfter(found.get(start), rank, cursor)) {
            start++;
        }
        return start;
    }

    private boolean isAfter(Ranked<T> one, int rank, Cursor cursor) {
        if (one.rank() != rank) {
            return one.rank() > rank;
        }
        Entry<T> last = new Entry<>(one.entry().thing(), cursor.part(2), cursor.part(1), List.of());
        return order.compare(one.entry(), last) > 0;
    }

    private static int rank(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw SharedProblem.BAD_REQUEST.because("cursor");
        }
    }
}
