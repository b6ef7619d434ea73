package vn.thongsuot.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// **Quy tắc tính điểm.** What an indicator is worth in one edition of the rules: a share of its points equal to the
/// ratio, or all of them from a threshold on and a share of the way to it below.
///
/// @param points at most, 0 for what is shown and not scored
/// @param fullAt the ratio in percent from which all points are given; 100 where they grow with the ratio
/// @param withoutCases what a denominator of 0 is worth
/// @param withoutCounts what is given where the portal counts nothing at all
/// @param evidence how sure the rule is
/// @param source where it was found
public record Rule(
        Indicator indicator,
        IndicatorGroup group,
        BigDecimal points,
        BigDecimal fullAt,
        Award withoutCases,
        Award withoutCounts,
        Evidence evidence,
        String source) {

    static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /// What is given where no ratio can be computed.
    public enum Award {
        /// Nothing to score: left out of the sum.
        NONE,
        ZERO,
        FULL
    }

    /// How a rule is known. The Decision's own annex names no formulas.
    public enum Evidence {
        /// The portal states it.
        STATED,
        /// Reproduces every published figure that was checked.
        RECOMPUTED,
        /// Concluded from few figures or from another system's settings.
        INFERRED
    }

    /// The points of `count`; of nothing where it is null.
    Score score(@Nullable Count count) {
        if (count == null) {
            return Score.NONE;
        }
        Long numerator = count.numerator();
        Long denominator = count.denominator();
        if (numerator == null || denominator == null) {
            return awarded(withoutCounts, WHOLE);
        }
        if (denominator == 0) {
            return awarded(withoutCases, null);
        }
        BigDecimal ratio = BigDecimal.valueOf(numerator)
                .multiply(WHOLE)
                .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128);
        // Multiplied first, so that a ratio without end is rounded once.
        BigDecimal earned = points.multiply(BigDecimal.valueOf(numerator))
                .multiply(WHOLE)
                .divide(BigDecimal.valueOf(denominator).multiply(fullAt), MathContext.DECIMAL128);
        return Score.of(ratio, earned.min(points));
    }

    private Score awarded(Award award, @Nullable BigDecimal ratio) {
        return switch (award) {
            case NONE -> Score.NONE;
            case ZERO -> Score.of(null, BigDecimal.ZERO);
            case FULL -> Score.of(ratio, points);
        };
    }
}
