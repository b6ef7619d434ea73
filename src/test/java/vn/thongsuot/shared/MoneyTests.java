package vn.thongsuot.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thongsuot.Proves;

/// Money adds up to the đồng or says that it cannot, and is written as people here read it.
@Proves("H2.2")
class MoneyTests {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Property
    void agreesWithUnboundedArithmeticOrRefuses(@ForAll long a, @ForAll long b) {
        BigInteger one = BigInteger.valueOf(a);
        BigInteger other = BigInteger.valueOf(b);
        agrees(() -> new Money(a).plus(new Money(b)), one.add(other));
        agrees(() -> new Money(a).minus(new Money(b)), one.subtract(other));
        agrees(() -> new Money(a).times(b), one.multiply(other));
    }

    @Property
    void takesBackWhatItAdded(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long a,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long b) {
        Money sum = new Money(a).plus(new Money(b));
        assertThat(sum.minus(new Money(b))).isEqualTo(new Money(a));
        assertThat(sum).isEqualTo(new Money(b).plus(new Money(a)));
        assertThat(new Money(a).plus(Money.NONE)).isEqualTo(new Money(a));
        assertThat(Integer.signum(new Money(a).compareTo(new Money(b)))).isEqualTo(Long.compare(a, b));
    }

    /// Points every three digits, the unit behind a space that never breaks, nothing of the reader's or the
    /// machine's language.
    @Property
    void isWrittenSoThatItReadsBack(@ForAll long dong) {
        String text = new Money(dong).toString();
        assertThat(text).matches("-?\\d{1,3}(\\.\\d{3})*\u00A0đ");
        assertThat(Long.parseLong(text.replace(".", "").replace("\u00A0đ", ""))).isEqualTo(dong);
    }

    @ParameterizedTest
    @CsvSource({"0,0 đ", "500,500 đ", "16000,16.000 đ", "1800000,1.800.000 đ", "-25000,-25.000 đ"})
    void looksAsOnAReceipt(long dong, String text) {
        Locale before = Locale.getDefault();
        try {
            for (Locale machine : new Locale[] {Locale.US, Locale.GERMANY, Locale.of("ar", "EG"), Locale.of("hi")}) {
                Locale.setDefault(machine);
                assertThat(new Money(dong).toString().replace('\u00A0', ' ')).isEqualTo(text);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void bilingualTextFallsBackToVietnamese() {
        Text both = new Text("Sở Tư pháp", "Department of Justice");
        assertThat(both.in(Locale.ENGLISH)).isEqualTo("Department of Justice");
        assertThat(both.in(Locale.UK)).isEqualTo("Department of Justice");
        assertThat(both.in(Words.VIETNAMESE)).isEqualTo("Sở Tư pháp");
        assertThat(both.in(Locale.FRENCH)).isEqualTo("Sở Tư pháp");
        assertThat(Text.of("Sở Tư pháp").in(Locale.ENGLISH)).isEqualTo("Sở Tư pháp");
    }

    private static void agrees(java.util.function.Supplier<Money> sum, BigInteger expected) {
        if (expected.compareTo(LEAST) < 0 || expected.compareTo(MOST) > 0) {
            assertThatThrownBy(sum::get).isInstanceOf(ArithmeticException.class);
        } else {
            assertThat(sum.get().dong()).isEqualTo(expected.longValueExact());
        }
    }
}
