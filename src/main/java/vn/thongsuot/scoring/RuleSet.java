package vn.thongsuot.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.thongsuot.shared.Text;

/// **Bản quy tắc.** One edition of the index's rules, in force from a day until the next edition begins.
///
/// @param id how programs name it, such as `portal-2026`
/// @param from the first day whose work it scores
/// @param confirmed whether that day is known from a source
/// @param rules in the order of the index
public record RuleSet(String id, LocalDate from, boolean confirmed, Text name, String source, List<Rule> rules) {

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /// Points for `counts`. What was not counted is not scored, and not taken for 0.
    ///
    /// Refuses counts for an indicator that this edition does not have ({@link ScoringProblem#INDICATOR_UNKNOWN}).
    public ScoreSheet score(Map<Indicator, Count> counts) {
        for (Indicator counted : counts.keySet()) {
            if (rules.stream().noneMatch(rule -> rule.indicator() == counted)) {
                throw ScoringProblem.INDICATOR_UNKNOWN.because(counted.name());
            }
        }
        Map<Indicator, Score> scores = new EnumMap<>(Indicator.class);
        rules.forEach(rule -> scores.put(rule.indicator(), rule.score(counts.get(rule.indicator()))));
        return new ScoreSheet(this, scores);
    }

    /// The most points a group gives.
    public BigDecimal most(IndicatorGroup group) {
        return rules.stream()
                .filter(rule -> rule.group() == group)
                .map(Rule::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
