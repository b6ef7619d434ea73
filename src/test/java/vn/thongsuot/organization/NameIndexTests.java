package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.Refusal;

/// Finding and listing by name.
class NameIndexTests {

    @Test
    @Proves("H5.2")
    void findsWithoutMarksAndPutsExactMarksFirst() {
        NameIndex<String> people = people(
                "Nguyễn Thị Lân", "Nguyễn Thị Làn", "Trần Thị Lan", "Nguyễn Thị Lan Anh", "Nguyễn Thị Lan", "Lê Lan");
        assertThat(people.best("nguyen thi lan", _ -> true, 10))
                .containsExactlyInAnyOrder("Nguyễn Thị Lan", "Nguyễn Thị Làn", "Nguyễn Thị Lân", "Nguyễn Thị Lan Anh");
        assertThat(people.best("NGUYỄN THỊ LÂN", _ -> true, 10)).first().isEqualTo("Nguyễn Thị Lân");
        assertThat(people.best("Nguyễn Thị Lan", _ -> true, 10))
                .as("exactly so, then so at the beginning, then without marks")
                .startsWith("Nguyễn Thị Lan", "Nguyễn Thị Lan Anh");
        assertThat(people.best("lan nguyen", _ -> true, 10))
                .as("words in any order")
                .hasSize(4);
        assertThat(people.best("?!", _ -> true, 10)).isEmpty();
    }

    @Test
    @Proves("H5.2")
    void sortsPeopleByGivenNameAsVietnameseListsDo() {
        NameIndex<String> people = people(
                "Trần Văn Đạt", "Lê Thị Ánh", "Phạm Du", "Trần Ân", "Bùi Thị An", "Đỗ Văn An", "Hồ Yến", "Võ Dũng");
        assertThat(people.best("", _ -> true, 10))
                .containsExactly(
                        "Bùi Thị An",
                        "Đỗ Văn An",
                        "Lê Thị Ánh",
                        "Trần Ân",
                        "Phạm Du",
                        "Võ Dũng",
                        "Trần Văn Đạt",
                        "Hồ Yến");
    }

    /// Every one once, also when somebody leaves the list between two parts.
    @Test
    @Proves({"H2.2", "H5.2"})
    void givesEveryPartOnceEvenWhenTheLastShownIsGone() {
        List<String> names = IntStream.range(0, 2_345)
                .mapToObj(number -> "Trần Văn " + (char) ('A' + number % 23) + (number % 7))
                .toList();
        NameIndex<String> people = people(names.toArray(String[]::new));
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            Listing<String> part = people.list("tran", _ -> true, new Listing.Part(after, 50));
            assertThat(part.total()).isEqualTo(names.size());
            seen.addAll(part.items());
            after = part.next();
        } while (after != null);
        assertThat(seen).hasSameSizeAs(names).containsExactlyInAnyOrderElementsOf(names);

        Listing<String> first = people("An", "Bình", "Chi", "Dung").list("", _ -> true, new Listing.Part(null, 2));
        assertThat(people("An", "Chi", "Dung")
                        .list("", _ -> true, new Listing.Part(first.next(), 2))
                        .items())
                .containsExactly("Chi", "Dung");
    }

    @Test
    @Proves("H2.2")
    void refusesACursorItNeverGave() {
        NameIndex<String> people = people("An");
        for (String wrong : List.of(
                "%%%", "abc", vn.thongsuot.shared.Cursor.of("x", "y", "z").text())) {
            assertThatThrownBy(() -> people.list("", _ -> true, new Listing.Part(wrong, 2)))
                    .isInstanceOf(Refusal.class);
        }
    }

    private static NameIndex<String> people(String... names) {
        List<NameIndex.Entry<String>> entries = IntStream.range(0, names.length)
                .mapToObj(place -> new NameIndex.Entry<>(
                        names[place], names[place] + place, names[place], List.of(Folded.of(names[place]))))
                .toList();
        return NameIndex.of(Stream.of(entries).flatMap(List::stream), NameOrder.BY_GIVEN_NAME, NameOrder::of);
    }
}
