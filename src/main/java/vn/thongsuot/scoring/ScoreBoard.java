package vn.thongsuot.scoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Bảng điểm của kỳ.** The points of a period as they are now, of the province and of each agency that received
/// dossiers in it, by what was counted.
///
/// @param rules the edition in force on the period's first day
/// @param at the moment open dossiers were held against their deadlines
/// @param agencies what loses most dossiers first
public record ScoreBoard(ScorePeriod period, RuleSet rules, Instant at, Line province, List<Line> agencies) {

    /// What is counted live, in the order of the index.
    public static final List<Indicator> LIVE =
            List.of(Indicator.ON_TIME, Indicator.ORIGINAL_RESULT_AVAILABLE, Indicator.SO_HOA_GIAY_TO_GIAI_QUYET);

    public ScoreBoard {
        agencies = List.copyOf(agencies);
    }

    /// An agency that received nothing in the period.
    public Line nothing(AgencyId agency) {
        return Line.of(agency, Tally.NOTHING, rules);
    }

    /// The points of one agency, or of the province.
    ///
    /// @param agency null for the province
    public record Line(@Nullable AgencyId agency, Tally tally, ScoreSheet sheet) {

        static Line of(@Nullable AgencyId agency, Tally tally, RuleSet rules) {
            return new Line(agency, tally, rules.score(tally.counts()));
        }

        /// How many dossiers miss something, each counted once for each thing it misses.
        public long lost() {
            return LIVE.stream().mapToLong(tally::lost).sum();
        }
    }
}
