package vn.thongsuot.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// **Điểm của một chỉ số.** All three are null where there is nothing to score: absent is not zero.
///
/// @param ratio in percent, to six decimals; null also where the rule gives points without a ratio
/// @param points as computed, to six decimals
/// @param shown as the portal shows them: two decimals, half up. Sums are sums of these.
public record Score(
        @Nullable BigDecimal ratio,
        @Nullable BigDecimal points,
        @Nullable BigDecimal shown) {

    static final Score NONE = new Score(null, null, null);

    private static final int KEPT = 6;
    private static final int SHOWN = 2;

    static Score of(@Nullable BigDecimal ratio, BigDecimal points) {
        return new Score(
                ratio == null ? null : ratio.setScale(KEPT, RoundingMode.HALF_UP),
                points.setScale(KEPT, RoundingMode.HALF_UP),
                points.setScale(SHOWN, RoundingMode.HALF_UP));
    }
}
