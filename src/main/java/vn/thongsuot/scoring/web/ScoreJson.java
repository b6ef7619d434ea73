package vn.thongsuot.scoring.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.scoring.Count;
import vn.thongsuot.scoring.Indicator;
import vn.thongsuot.scoring.IndicatorGroup;
import vn.thongsuot.scoring.Rule;
import vn.thongsuot.scoring.RuleSet;
import vn.thongsuot.scoring.Score;
import vn.thongsuot.scoring.ScoreBoard;
import vn.thongsuot.scoring.ScoreSheet;
import vn.thongsuot.scoring.ScoringProblem;

/// What programs ask of the index and are answered.
final class ScoreJson {

    private ScoreJson() {}

    @Schema(name = "ScoreTrial")
    record Trial(
            @Schema(description = "An edition of the rules, such as `portal-2026`.") @Nullable
            String rules,

            @Schema(description = "Instead of `rules`: the day whose rules count; today of the business clock without.")
            @Nullable
            LocalDate on,

            @Schema(description = "By the indicator's code. What is left out is not scored, and not taken for 0.")
            @Nullable
            Map<String, @Nullable Part> counts) {

        /// Refuses codes there are not and counts that cannot be.
        Map<Indicator, Count> read() {
            if (counts == null) {
                throw ScoringProblem.COUNTS_MISSING.because();
            }
            Map<Indicator, Count> read = new EnumMap<>(Indicator.class);
            counts.forEach((code, part) -> {
                Indicator indicator = indicator(code);
                if (part != null) {
                    read.put(indicator, part.read());
                }
            });
            return read;
        }

        private static Indicator indicator(String code) {
            for (Indicator indicator : Indicator.values()) {
                if (indicator.name().equals(code)) {
                    return indicator;
                }
            }
            throw ScoringProblem.INDICATOR_UNKNOWN.because(TrialController.shortened(code));
        }
    }

    @Schema(name = "ScoreCount", description = "Whole numbers, the numerator at most the denominator; or both null.")
    record Part(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {

        Count read() {
            return new Count(whole(numerator), whole(denominator));
        }

        private static @Nullable Long whole(@Nullable BigDecimal number) {
            try {
                return number == null ? null : number.longValueExact();
            } catch (ArithmeticException broken) {
                throw ScoringProblem.COUNT_INVALID.because(TrialController.shortened(number.toString()));
            }
        }
    }

    @Schema(name = "ScoreSheet", description = "Sums are sums of what is shown; null where nothing was counted.")
    record Sheet(
            String rules,

            @Schema(description = "Every indicator of the edition, by its code.")
            Map<String, Points> indicators,

            @Schema(description = "CKMB, TDGQ, CLGQ, TTTT, MDSH, MDHL")
            Map<String, @Nullable BigDecimal> groups,

            @Nullable BigDecimal total) {

        static Sheet of(ScoreSheet sheet) {
            Map<String, Points> indicators = new LinkedHashMap<>();
            sheet.rules()
                    .rules()
                    .forEach(rule -> indicators.put(rule.indicator().name(), Points.of(sheet.of(rule.indicator()))));
            Map<String, @Nullable BigDecimal> groups = new LinkedHashMap<>();
            for (IndicatorGroup group : IndicatorGroup.values()) {
                groups.put(group.name(), sheet.group(group));
            }
            return new Sheet(sheet.rules().id(), indicators, groups, sheet.total());
        }
    }

    @Schema(name = "ScorePoints")
    record Points(
            @Schema(description = "In percent.") @Nullable BigDecimal ratio,
            @Nullable BigDecimal points,

            @Schema(description = "Two decimals, half up.") @Nullable
            BigDecimal shown) {

        static Points of(Score score) {
            return new Points(score.ratio(), score.points(), score.shown());
        }
    }

    @Schema(name = "ScoreBoard", description = "What is counted live, as it is at the moment `at`.")
    record Board(String period, String rules, Instant at, Standing province, List<Standing> agencies) {

        static Board of(ScoreBoard board) {
            return new Board(
                    board.period().toString(),
                    board.rules().id(),
                    board.at(),
                    Standing.of(board.province()),
                    board.agencies().stream().map(Standing::of).toList());
        }
    }

    @Schema(name = "ScoreStanding")
    record Standing(
            @Schema(description = "Null for the province.") @Nullable
            UUID agency,

            @Schema(description = "Received in the period.") long dossiers,

            @Schema(description = "What is counted live, by the indicator's code.")
            Map<String, Counted> indicators) {

        static Standing of(ScoreBoard.Line line) {
            Map<String, Counted> indicators = new LinkedHashMap<>();
            Map<Indicator, Count> counts = line.tally().counts();
            ScoreBoard.LIVE.forEach(indicator -> indicators.put(
                    indicator.name(),
                    Counted.of(counts.get(indicator), line.sheet().of(indicator))));
            return new Standing(
                    line.agency() == null ? null : line.agency().value(),
                    line.tally().received(),
                    indicators);
        }
    }

    @Schema(name = "ScoreCounted")
    record Counted(
            @Nullable Long numerator,
            @Nullable Long denominator,

            @Schema(description = "In percent.") @Nullable BigDecimal ratio,
            @Nullable BigDecimal points,

            @Schema(description = "Two decimals, half up.") @Nullable
            BigDecimal shown) {

        static Counted of(@Nullable Count count, Score score) {
            return new Counted(
                    count == null ? null : count.numerator(),
                    count == null ? null : count.denominator(),
                    score.ratio(),
                    score.points(),
                    score.shown());
        }
    }

    @Schema(name = "ScoreEditions")
    record Editions(
            List<Edition> items, int total, @Nullable String next) {

        static Editions of(List<RuleSet> editions) {
            return new Editions(editions.stream().map(Edition::of).toList(), editions.size(), null);
        }
    }

    @Schema(name = "ScoreEdition")
    record Edition(
            String id,
            String name,

            @Schema(description = "First day whose work it scores.")
            LocalDate from,

            @Schema(description = "Whether that day is known from a source.")
            boolean fromConfirmed,

            String source,
            List<Weight> rules) {

        static Edition of(RuleSet edition) {
            return new Edition(
                    edition.id(),
                    edition.name().vi(),
                    edition.from(),
                    edition.confirmed(),
                    edition.source(),
                    edition.rules().stream().map(Weight::of).toList());
        }
    }

    @Schema(name = "ScoreRule")
    record Weight(
            Indicator indicator,
            IndicatorGroup group,
            BigDecimal points,

            @Schema(description = "The ratio in percent from which all points are given.")
            BigDecimal fullAt,

            @Schema(description = "What a denominator of 0 is worth.")
            Rule.Award withoutCases,

            @Schema(description = "What is given where both counts are null.")
            Rule.Award withoutCounts,

            @Schema(description = "How sure the rule is.") Rule.Evidence evidence,
            String source) {

        static Weight of(Rule rule) {
            return new Weight(
                    rule.indicator(),
                    rule.group(),
                    rule.points(),
                    rule.fullAt(),
                    rule.withoutCases(),
                    rule.withoutCounts(),
                    rule.evidence(),
                    rule.source());
        }
    }
}
