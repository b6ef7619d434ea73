package vn.thongsuot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;

/// Searching names without marks, the way people type.
@Proves("H5.2")
class FoldedTests {

    private final Folded lan = Folded.of("Nguyễn Thị Lan");

    @Test
    void findsANameTypedWithoutMarks() {
        assertThat(lan.rank(Folded.of("nguyen thi lan"))).isNotNegative();
        assertThat(lan.rank(Folded.of("THI LAN"))).isNotNegative();
        assertThat(lan.rank(Folded.of("lan nguyen"))).as("words in any order").isNotNegative();
        assertThat(lan.rank(Folded.of("nguyen thi lai"))).isNegative();
        assertThat(lan.rank(Folded.of("an"))).as("not inside a word").isNegative();
    }

    @Test
    void putsExactMarksFirst() {
        Folded typed = Folded.of("Lán");
        assertThat(Folded.of("Phạm Thị Lán").rank(typed)).isLessThan(lan.rank(typed));
    }

    @Test
    void foldsTheLettersThatHaveNoCombiningForm() {
        assertThat(Folded.of("Đặng Đình Đức").plain()).isEqualTo("dang dinh duc");
        assertThat(Folded.of("Ủy ban nhân dân huyện Cầu Kè").plain()).isEqualTo("uy ban nhan dan huyen cau ke");
    }

    @Test
    void readsDecomposedInputLikeComposed() {
        String decomposed = Normalizer.normalize("Trần Thị Mỹ Hạnh", Normalizer.Form.NFD);
        assertThat(Folded.of(decomposed)).isEqualTo(Folded.of("Trần Thị Mỹ Hạnh"));
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll String text) {
        String once = Folded.of(text).plain();
        assertThat(Folded.of(once).plain()).isEqualTo(once);
    }
}
