package vn.thongsuot.scoring.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.scoring.Indicator;
import vn.thongsuot.scoring.RuleSet;
import vn.thongsuot.shared.Words;

/// **Bảng chỉ số.** The points of a period, live.
///
/// @param self its own address, by which it is fetched anew
/// @param heading the agency; null for the province
/// @param at the moment they are of
public record ScoresView(
        String self,
        Periods periods,
        RuleSet rules,
        Instant at,
        @Nullable String heading,
        long received,
        BigDecimal points,
        BigDecimal most,
        List<Line> lines,
        Agencies agencies,
        @Nullable Lost lost) {

    /// Which period is shown, and how to come to others.
    ///
    /// @param choices this month, quarter and year
    public record Periods(String shown, String id, String before, String after, List<Choice> choices) {}

    /// Another period, or another indicator.
    public record Choice(String title, String href, boolean chosen) {}

    /// One indicator that is counted live.
    ///
    /// @param lost how many dossiers miss it
    /// @param href where these stand; null where the reader may not see them, or of the whole province
    public record Line(
            Indicator indicator,
            long counted,
            long lost,
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal points,
            BigDecimal most,
            @Nullable String href) {

        public String title() {
            return Words.key("scoring.indicator.", indicator);
        }

        /// Points in percent of the most there are: how long its bar is.
        public String filled() {
            return points == null || most.signum() == 0
                    ? "0"
                    : points.movePointRight(2)
                            .divide(most, 1, RoundingMode.HALF_UP)
                            .toPlainString();
        }
    }

    /// The agencies, worst first.
    ///
    /// @param more how many are not shown; 0 for none
    public record Agencies(String query, List<Row> rows, long more) {}

    /// One agency.
    public record Row(String name, String href, long received, List<Line> lines, BigDecimal points, long lost) {}

    /// Dossiers an indicator misses.
    public record Lost(
            Indicator indicator,
            List<Choice> choices,
            List<LostRow> rows,
            @Nullable String next) {

        public String title() {
            return Words.key("scoring.lost.", indicator);
        }
    }

    /// @param href its page; null where the reader may not open it
    public record LostRow(
            String code,
            @Nullable String href,
            String procedure,
            Instant due,
            @Nullable Instant halted) {}
}
