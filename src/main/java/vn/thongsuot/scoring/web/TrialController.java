package vn.thongsuot.scoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.scoring.Count;
import vn.thongsuot.scoring.Indicator;
import vn.thongsuot.scoring.Rule;
import vn.thongsuot.scoring.RuleSet;
import vn.thongsuot.scoring.Scores;
import vn.thongsuot.scoring.ScoringProblem;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Tries figures against the rules. They all stand in the address, so that a calculation can be passed on.
@Controller
@PreAuthorize("denyAll()")
class TrialController {

    private static final int LONGEST_SHOWN = 40;

    private final Scores scores;
    private final Reasons reasons;
    private final BusinessClock clock;

    TrialController(Scores scores, Reasons reasons, BusinessClock clock) {
        this.scores = scores;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping("/scores/trial")
    @PreAuthorize("hasAuthority('SCORE_VIEW')")
    ModelAndView show(Typed typed, Locale locale, HttpServletResponse response) {
        Map<Indicator, String> wrong = new EnumMap<>(Indicator.class);
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        RuleSet rules = rules(typed);
        for (Rule rule : rules.rules()) {
            Indicator indicator = rule.indicator();
            try {
                Count count = count(typed, rule);
                if (count != null) {
                    counts.put(indicator, count);
                }
            } catch (Refusal refused) {
                wrong.put(indicator, reasons.of(refused, locale));
            }
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return new ModelAndView(
                "scoring/trial",
                "view",
                TrialView.of(scores.editions(), rules.score(counts), typed, wrong, example(rules), clock.today()));
    }

    private RuleSet rules(Typed typed) {
        return typed.given("rules") ? scores.edition(shortened(typed.text("rules"))) : scores.on(clock.today());
    }

    /// What was typed for a rule's indicator; null for nothing.
    private static @Nullable Count count(Typed typed, Rule rule) {
        String numerator = TrialView.numerator(rule.indicator());
        String denominator = TrialView.denominator(rule.indicator());
        if (!typed.given(numerator) && !typed.given(denominator)) {
            boolean uncounted =
                    rule.withoutCounts() != Rule.Award.NONE && typed.given(TrialView.uncounted(rule.indicator()));
            return uncounted ? new Count(null, null) : null;
        }
        return new Count(whole(typed, numerator), whole(typed, denominator));
    }

    /// `144625` or `144.625`.
    private static @Nullable Long whole(Typed typed, String name) {
        String text = typed.text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(text.matches("\\d{1,3}(\\.\\d{3})+") ? text.replace(".", "") : text);
        } catch (NumberFormatException unreadable) {
            throw ScoringProblem.COUNT_INVALID.because(shortened(text));
        }
    }

    /// The address of the figures one province published, as an example.
    private static String example(RuleSet rules) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("rules", rules.id());
        Scores.example().forEach((indicator, count) -> {
            fields.put(TrialView.numerator(indicator), String.valueOf(count.numerator()));
            fields.put(TrialView.denominator(indicator), String.valueOf(count.denominator()));
        });
        fields.put(TrialView.uncounted(Indicator.ELECTRONIC_CERTIFIED_COPY), "on");
        StringBuilder address = new StringBuilder("/scores/trial?");
        fields.forEach(
                (name, value) -> address.append(name).append('=').append(value).append('&'));
        return address.substring(0, address.length() - 1);
    }

    static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
