package vn.thongsuot.scoring;

import java.util.EnumMap;
import java.util.Map;

/// **Số đếm từ hồ sơ.** What the dossiers of one agency, or of the province, come to in a period.
///
/// @param received all that were received in it
/// @param onTime done in time, or going on and not late yet
/// @param digitised with at least one paper and the result as files
/// @param result with a signed electronic result
public record Tally(long received, long onTime, long digitised, long result) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                received + other.received, onTime + other.onTime, digitised + other.digitised, result + other.result);
    }

    /// The three indicators that are counted live.
    public Map<Indicator, Count> counts() {
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        counts.put(Indicator.ON_TIME, Count.of(onTime, received));
        counts.put(Indicator.ORIGINAL_RESULT_AVAILABLE, Count.of(result, received));
        counts.put(Indicator.SO_HOA_GIAY_TO_GIAI_QUYET, Count.of(digitised, received));
        return counts;
    }

    /// How many dossiers `indicator` is missing.
    public long lost(Indicator indicator) {
        Count count = counts().get(indicator);
        return count == null || count.numerator() == null ? 0 : received - count.numerator();
    }
}
