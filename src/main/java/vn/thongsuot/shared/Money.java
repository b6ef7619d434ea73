package vn.thongsuot.shared;

import java.util.Locale;

/// **Số tiền.** Whole Vietnamese đồng; the smallest unit in use, so never a fraction. Never overflows silently.
public record Money(long dong) implements Comparable<Money> {

    public static final Money NONE = new Money(0);

    public Money plus(Money other) {
        return new Money(Math.addExact(dong, other.dong));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(dong, other.dong));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(dong, factor));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(dong, other.dong);
    }

    /// As people read it: `16.000 đ`.
    @Override
    public String toString() {
        return String.format(Locale.of("vi", "VN"), "%,d\u00A0đ", dong);
    }
}
