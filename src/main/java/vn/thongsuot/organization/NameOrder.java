package vn.thongsuot.organization;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/// People in the order of Vietnamese lists: by given name, then by the whole name, `a ă â … d đ …`, level tone first.
final class NameOrder {

    private static final Collator VIETNAMESE = Collator.getInstance(Locale.of("vi"));

    static final Comparator<String> BY_GIVEN_NAME = Comparator.comparing(NameOrder::of);

    /// A name made comparable; made once when many are sorted.
    record Key(CollationKey given, CollationKey whole) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byGiven = given.compareTo(other.given);
            return byGiven != 0 ? byGiven : whole.compareTo(other.whole);
        }
    }

    private NameOrder() {}

    static Key of(String name) {
        return new Key(
                VIETNAMESE.getCollationKey(name.substring(name.lastIndexOf(' ') + 1)),
                VIETNAMESE.getCollationKey(name));
    }
}
