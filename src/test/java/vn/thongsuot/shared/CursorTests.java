package vn.thongsuot.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thongsuot.Proves;

/// Keyset paging: a cursor comes back as it went out or is refused, and pages cut with it hold every row once.
@Proves("H2.2")
class CursorTests {

    @Property
    void comesBackAsItWentOut(@ForAll("parts") List<String> parts) {
        Cursor cursor = new Cursor(parts);
        assertThat(Cursor.read(cursor.text(), parts.size())).isEqualTo(cursor);
        assertThat(cursor.text()).as("fit for an address").matches("[A-Za-z0-9_-]*");
    }

    @Property
    void isRefusedWithAnyLetterChanged(
            @ForAll("parts") List<String> parts, @ForAll int place, @ForAll("letters") char letter) {
        String text = new Cursor(parts).text();
        int at = Math.floorMod(place, text.length());
        if (text.charAt(at) != letter) {
            refused(text.substring(0, at) + letter + text.substring(at + 1), parts.size());
        }
    }

    @Property
    void isRefusedCutShortOrLengthened(
            @ForAll("parts") List<String> parts, @ForAll @IntRange(min = 1, max = 5) int letters) {
        String text = new Cursor(parts).text();
        if (letters < text.length()) {
            refused(text.substring(0, text.length() - letters), parts.size());
        }
        refused(text + "A".repeat(letters), parts.size());
    }

    @Property
    void isRefusedForAnotherList(@ForAll("parts") List<String> parts, @ForAll @IntRange(max = 9) int size) {
        if (size != parts.size()) {
            refused(new Cursor(parts).text(), size);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a", "AAAA", "AAAAAAAA", "../../etc", "' or 1=1 --", "ÿ", "====="})
    void isRefusedWhenItNeverWasOne(String text) {
        refused(text, 1);
        refused("A".repeat(100_000), 1);
        refused(Base64.getUrlEncoder().encodeToString("2024\u001Fx".getBytes(StandardCharsets.UTF_8)), 2);
    }

    @Test
    void refusesAPartThatIsNotWhatTheListSortsBy() {
        Cursor cursor = Cursor.of("x", 5, Instant.EPOCH, new UUID(1, 2));
        assertThat(cursor.number(1)).isEqualTo(5);
        assertThat(cursor.instant(2)).isEqualTo(Instant.EPOCH);
        assertThat(cursor.id(3)).isEqualTo(new UUID(1, 2));
        List<Runnable> wrong = List.of(() -> cursor.number(0), () -> cursor.id(0), () -> cursor.instant(0));
        wrong.forEach(reading -> assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(SharedProblem.BAD_REQUEST)));
        assertThat(Cursor.read(null, 2)).isNull();
        assertThat(Cursor.read("", 2)).isNull();
    }

    /// Whatever the page's size and however many rows share a sort key: following `next` shows each row once, in
    /// order, and ends.
    @Property
    void pagesHoldEveryRowOnce(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> keys,
            @ForAll @IntRange(min = 1, max = 12) int limit) {
        record Row(int key, int id) {}
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            rows.add(new Row(keys.get(i), i));
        }
        rows.sort(java.util.Comparator.comparingInt(Row::key).thenComparingInt(Row::id));
        List<Row> seen = new ArrayList<>();
        String next = "";
        int pages = 0;
        while (next != null) {
            Cursor from = Cursor.read(next, 2);
            List<Row> read = rows.stream()
                    .filter(row -> from == null
                            || row.key() > from.number(0)
                            || (row.key() == from.number(0) && row.id() > from.number(1)))
                    .limit(limit + 1L)
                    .toList();
            Page<Row> page = Page.cut(read, limit, row -> Cursor.of(row.key(), row.id()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.map(Row::id).next()).isEqualTo(page.next());
            seen.addAll(page.items());
            next = page.next();
            pages++;
        }
        assertThat(seen).isEqualTo(rows);
        assertThat(pages).isEqualTo(Math.max(1, Math.ceilDiv(rows.size(), limit)));
    }

    /// Text as a database holds it: every letter, no half of a surrogate pair.
    @Provide
    Arbitrary<List<String>> parts() {
        Arbitrary<String> text = Arbitraries.strings()
                .ofMaxLength(40)
                .filter(string -> StandardCharsets.UTF_8.newEncoder().canEncode(string));
        return text.list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().alpha().numeric().with('-', '_', '=', '%', ' ');
    }

    private static void refused(String text, int size) {
        assertThatThrownBy(() -> Cursor.read(text, size))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(SharedProblem.BAD_REQUEST));
    }
}
