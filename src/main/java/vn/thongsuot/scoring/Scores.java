package vn.thongsuot.scoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// **Điểm chỉ số.** The editions of the index's rules and which of them scores a day.
@Component
public final class Scores {

    private final List<RuleSet> editions = RuleBook.read();

    /// Every edition, the newest first.
    public List<RuleSet> editions() {
        return editions;
    }

    /// The figures Phú Thọ published for August 2026, to try the rules with.
    public static Map<Indicator, Count> example() {
        return RuleBook.example();
    }

    /// The edition `id`. Refuses one there is not ({@link ScoringProblem#RULES_UNKNOWN}).
    public RuleSet edition(String id) {
        return editions.stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ScoringProblem.RULES_UNKNOWN.because(id));
    }

    /// The edition that scores the work of `day`. Refuses a day before the index began
    /// ({@link ScoringProblem#RULES_NOT_YET}).
    public RuleSet on(LocalDate day) {
        return editions.stream()
                .filter(edition -> !edition.from().isAfter(day))
                .max(Comparator.comparing(RuleSet::from))
                .orElseThrow(() -> ScoringProblem.RULES_NOT_YET.because(day));
    }
}
