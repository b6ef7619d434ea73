package vn.thongsuot.scoring;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// **Bảng điểm.** The points of every indicator under one edition of the rules.
///
/// @param scores of every indicator of the edition, in its order
public record ScoreSheet(RuleSet rules, Map<Indicator, Score> scores) {

    public Score of(Indicator indicator) {
        return Objects.requireNonNull(scores.get(indicator));
    }

    /// The sum of what is shown in `group`; null where nothing of it was counted.
    public @Nullable BigDecimal group(IndicatorGroup group) {
        return rules.rules().stream()
                .filter(rule -> rule.group() == group)
                .map(rule -> of(rule.indicator()).shown())
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    /// The sum of everything shown; null where nothing was counted.
    public @Nullable BigDecimal total() {
        return scores.values().stream()
                .map(Score::shown)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    /// Whether every indicator that gives points was counted.
    public boolean complete() {
        return rules.rules().stream()
                .filter(rule -> rule.points().signum() > 0)
                .noneMatch(rule -> of(rule.indicator()).shown() == null);
    }
}
