package vn.thongsuot.scoring.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.scoring.Indicator;
import vn.thongsuot.scoring.IndicatorGroup;
import vn.thongsuot.scoring.Rule;
import vn.thongsuot.scoring.RuleSet;
import vn.thongsuot.scoring.Score;
import vn.thongsuot.scoring.ScoreSheet;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// **Tính thử chỉ số.** The form of every indicator's figures with the points they give, and where most is lost.
///
/// @param losses the indicators that give points away, the largest loss first
/// @param outside the edition chosen does not score today's work
public record TrialView(
        List<RuleSet> editions,
        ScoreSheet sheet,
        List<Section> sections,
        List<Line> losses,
        String example,
        boolean outside,
        boolean wrong) {

    private static final int LOSSES = 5;

    static TrialView of(
            List<RuleSet> editions,
            ScoreSheet sheet,
            Typed typed,
            Map<Indicator, String> wrong,
            String example,
            LocalDate today) {
        List<Section> sections = new ArrayList<>();
        for (IndicatorGroup group : IndicatorGroup.values()) {
            List<Line> lines = sheet.rules().rules().stream()
                    .filter(rule -> rule.group() == group)
                    .map(rule -> new Line(rule, sheet.of(rule.indicator()), typed, wrong.get(rule.indicator())))
                    .toList();
            sections.add(new Section(group, sheet.rules().most(group), sheet.group(group), lines));
        }
        List<Line> losses = sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.lost() != null && line.lost().signum() > 0)
                .sorted(Comparator.comparing(Line::lostOrNothing).reversed())
                .limit(LOSSES)
                .toList();
        boolean outside = editions.stream()
                .filter(edition -> !edition.from().isAfter(today))
                .findFirst()
                .filter(edition -> edition.id().equals(sheet.rules().id()))
                .isEmpty();
        return new TrialView(editions, sheet, sections, losses, example, outside, !wrong.isEmpty());
    }

    /// Whether no rule of the edition is stated anywhere; then it is said once, and not of each.
    public boolean inferred() {
        return sheet.rules().rules().stream().allMatch(rule -> rule.evidence() == Rule.Evidence.INFERRED);
    }

    /// Whether `line` is one of the few rules of its edition that are not stated.
    public boolean inferred(Line line) {
        return !inferred() && line.rule().evidence() == Rule.Evidence.INFERRED;
    }

    /// The names of an indicator's fields.
    public static String numerator(Indicator indicator) {
        return indicator.name() + ".n";
    }

    public static String denominator(Indicator indicator) {
        return indicator.name() + ".d";
    }

    public static String uncounted(Indicator indicator) {
        return indicator.name() + ".u";
    }

    /// The message key of the class that `total` of 100 points belongs to (Decision 766).
    public @Nullable String grade() {
        BigDecimal total = sheet.total();
        if (total == null || !sheet.complete()) {
            return null;
        }
        return "scoring.grade."
                + (atLeast(total, 90)
                        ? "excellent"
                        : atLeast(total, 80)
                                ? "good"
                                : atLeast(total, 70) ? "fair" : atLeast(total, 50) ? "medium" : "weak");
    }

    private static boolean atLeast(BigDecimal total, long bound) {
        return total.compareTo(BigDecimal.valueOf(bound)) >= 0;
    }

    /// A group and its indicators.
    public record Section(
            IndicatorGroup group, BigDecimal most, @Nullable BigDecimal points, List<Line> lines) {

        public String title() {
            return Words.key("scoring.group.", group);
        }

        /// Of a bar 100 wide.
        public int width() {
            return points == null
                    ? 0
                    : points.multiply(BigDecimal.valueOf(100))
                            .divideToIntegralValue(most)
                            .intValue();
        }
    }

    /// An indicator: what was typed, and what it is worth.
    public record Line(
            Rule rule, Score score, Typed typed, @Nullable String error) {

        public String title() {
            return Words.key("scoring.indicator.", rule.indicator());
        }

        public String numerator() {
            return typed.text(TrialView.numerator(rule.indicator()));
        }

        public String denominator() {
            return typed.text(TrialView.denominator(rule.indicator()));
        }

        public boolean uncounted() {
            return typed.given(TrialView.uncounted(rule.indicator()));
        }

        public boolean scored() {
            return rule.points().signum() > 0;
        }

        /// Whether all points are given from a threshold below 100 % on.
        public boolean threshold() {
            return rule.fullAt().compareTo(BigDecimal.valueOf(100)) < 0;
        }

        /// The points not given; null where nothing was counted.
        public @Nullable BigDecimal lost() {
            BigDecimal shown = score.shown();
            return shown == null ? null : rule.points().subtract(shown);
        }

        BigDecimal lostOrNothing() {
            BigDecimal lost = lost();
            return lost == null ? BigDecimal.ZERO : lost;
        }
    }
}
