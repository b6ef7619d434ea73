package vn.thongsuot.scoring;

import org.jspecify.annotations.Nullable;

/// **Số đếm.** How many of how many: dossiers, procedures, petitions. Both null where the portal shows a ratio and
/// counts nothing.
///
/// @param numerator those that fulfil the indicator, from 0 to the denominator
/// @param denominator all that are looked at
public record Count(@Nullable Long numerator, @Nullable Long denominator) {

    public Count {
        if ((numerator == null) != (denominator == null)) {
            throw ScoringProblem.COUNT_INCOMPLETE.because();
        }
        if (numerator != null && denominator != null) {
            if (numerator < 0 || denominator < 0) {
                throw ScoringProblem.COUNT_INVALID.because(Math.min(numerator, denominator));
            }
            if (numerator > denominator) {
                throw ScoringProblem.PART_EXCEEDS_WHOLE.because(numerator, denominator);
            }
        }
    }

    public static Count of(long numerator, long denominator) {
        return new Count(numerator, denominator);
    }
}
