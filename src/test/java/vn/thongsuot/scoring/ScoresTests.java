package vn.thongsuot.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Refusal;

/// The rules of the index against what the national portal published, and what the figures cannot show.
@Proves("S1.6")
class ScoresTests {

    private static final Scores SCORES = new Scores();
    private static final RuleSet RULES = SCORES.edition("portal-2026");

    private static final Map<String, List<Indicator>> GROUPS_OF_FIGURES = Map.of(
            "PAYMENT",
            List.of(Indicator.PAYMENT_ONLINE, Indicator.PAYMENT_WITH_TRANSACTIONS, Indicator.PAYMENT_INTEGRATED),
            "ONLINE",
            List.of(Indicator.ONLINE_PROVIDED, Indicator.ONLINE_WITH_DOSSIERS, Indicator.ONLINE_SUBMITTED),
            "PETITION_*",
            List.of(Indicator.PETITION_PROCESSING_ON_TIME));

    static List<NamedCsvRecord> published() throws IOException {
        try (InputStream figures = ScoresTests.class.getResourceAsStream("/scoring/published.csv");
                var reader = CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(Objects.requireNonNull(figures), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    @Test
    void thereAreAsManyPublishedFiguresAsWereFound() throws IOException {
        assertThat(published()).hasSize(65);
    }

    /// Figures of one indicator are its points; of several, the sum of what the portal shows for each.
    @ParameterizedTest
    @MethodSource("published")
    void reproducesWhatThePortalPublished(NamedCsvRecord figure) {
        List<Indicator> indicators = indicators(figure.getField("indicator"));
        long[] numerators = numbers(figure.getField("numerator"));
        long[] denominators = numbers(figure.getField("denominator"));
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        for (int i = 0; i < indicators.size(); i++) {
            counts.put(indicators.get(i), Count.of(numerators[i], denominators[i]));
        }

        ScoreSheet sheet = RULES.score(counts);

        BigDecimal points = new BigDecimal(figure.getField("points"));
        assertThat(sheet.total()).isEqualByComparingTo(points);
        if (indicators.size() == 1) {
            Score score = sheet.of(indicators.getFirst());
            assertThat(score.points()).isCloseTo(points, org.assertj.core.data.Offset.offset(new BigDecimal("0.005")));
            if (denominators[0] > 0) {
                assertThat(score.ratio())
                        .isCloseTo(
                                new BigDecimal(figure.getField("ratio_percent")),
                                org.assertj.core.data.Offset.offset(new BigDecimal("0.005")));
            }
        }
    }

    /// Phú Thọ, August 2026: 7,96 + 15,68 + 8,83 + 6,25 + 8,22 + 12,97.
    @Test
    void addsUpAProvinceAsThePortalDoes() {
        Map<Indicator, Count> counts = new EnumMap<>(Scores.example());
        counts.put(Indicator.ELECTRONIC_CERTIFIED_COPY, new Count(null, null));

        ScoreSheet sheet = RULES.score(counts);

        assertThat(Arrays.stream(IndicatorGroup.values()).map(sheet::group))
                .containsExactly(
                        new BigDecimal("7.96"),
                        new BigDecimal("15.68"),
                        new BigDecimal("8.83"),
                        new BigDecimal("6.25"),
                        new BigDecimal("8.22"),
                        new BigDecimal("12.97"));
        assertThat(sheet.total()).isEqualByComparingTo("59.91");
        assertThat(sheet.complete()).as("two indicators had no figures").isFalse();
    }

    @Test
    void whatWasNotCountedIsNotZero() {
        ScoreSheet sheet = RULES.score(Map.of(Indicator.ON_TIME, Count.of(1, 2)));

        assertThat(sheet.of(Indicator.DOSSIER_SYNC)).isEqualTo(Score.NONE);
        assertThat(sheet.group(IndicatorGroup.CKMB)).isNull();
        assertThat(sheet.total()).isEqualByComparingTo("10");
        assertThat(RULES.score(Map.of()).total()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISH_ON_TIME,",
        "ON_TIME,",
        "SO_HOA_GIAY_TO_GIAI_QUYET,",
        "PETITION_PROCESSING_ON_TIME, 6.00",
        "PETITION_HANDLING_SATISFACTION, 6.00",
        "DOSSIER_RECEIVING_SATISFACTION, 0.00"
    })
    void knowsWhatNoCasesAreWorth(Indicator indicator, BigDecimal shown) {
        Score score = RULES.score(Map.of(indicator, Count.of(0, 0))).of(indicator);

        assertThat(score.ratio()).isNull();
        assertThat(score.shown()).isEqualTo(shown);
    }

    @Test
    void everyEditionGivesAHundredPointsInTheDecisionsGroups() {
        for (RuleSet edition : SCORES.editions()) {
            assertThat(Arrays.stream(IndicatorGroup.values()).map(edition::most))
                    .as(edition.id())
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(whole(18), whole(20), whole(12), whole(10), whole(22), whole(18));
            assertThat(edition.rules()).extracting(Rule::indicator).containsExactly(Indicator.values());
        }
    }

    /// 80,06 % digitised was worth everything before 2026 (threshold 80 %), and 3,20 of 4 since.
    @Test
    void aDayIsScoredByTheRulesOfItsTime() {
        Map<Indicator, Count> digitised = Map.of(Indicator.SO_HOA_GIAY_TO_GIAI_QUYET, Count.of(261, 326));

        assertThat(SCORES.on(LocalDate.of(2024, 11, 22)).score(digitised).total())
                .isEqualByComparingTo("4");
        assertThat(SCORES.on(LocalDate.of(2026, 8, 1)).score(digitised).total()).isEqualByComparingTo("3.20");
        assertThat(SCORES.on(LocalDate.of(2025, 12, 31)).id()).isEqualTo("portal-2022");
        assertThat(SCORES.on(LocalDate.of(2026, 1, 1)).id()).isEqualTo("portal-2026");
        refused(() -> SCORES.on(LocalDate.of(2022, 7, 31)), ScoringProblem.RULES_NOT_YET);
        refused(() -> SCORES.edition("portal-2030"), ScoringProblem.RULES_UNKNOWN);
    }

    @Test
    void refusesCountsThatCannotBe() {
        refused(() -> Count.of(-1, 5), ScoringProblem.COUNT_INVALID);
        refused(() -> Count.of(0, -1), ScoringProblem.COUNT_INVALID);
        refused(() -> Count.of(6, 5), ScoringProblem.PART_EXCEEDS_WHOLE);
        refused(() -> new Count(null, 5L), ScoringProblem.COUNT_INCOMPLETE);
    }

    /// More of the same total never gives less, nothing gives more than the rule's points, and all gives all.
    @Property
    void morePointsForMore(
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long all,
            @ForAll @LongRange(min = 0, max = 10_000_000_000_000L) long some) {
        long part = some % (all + 1);
        for (RuleSet edition : SCORES.editions()) {
            for (Rule rule : edition.rules()) {
                BigDecimal points =
                        Objects.requireNonNull(rule.score(Count.of(part, all)).points());
                assertThat(points).isBetween(BigDecimal.ZERO, rule.points());
                if (part < all) {
                    assertThat(rule.score(Count.of(part + 1, all)).points()).isGreaterThanOrEqualTo(points);
                }
                assertThat(rule.score(Count.of(all, all)).points()).isEqualByComparingTo(rule.points());
                assertThat(rule.score(Count.of(0, all)).points()).isEqualByComparingTo(BigDecimal.ZERO);
            }
        }
    }

    private static List<Indicator> indicators(String named) {
        String name = named.replaceAll("[( ].*", "");
        List<Indicator> several = GROUPS_OF_FIGURES.get(name);
        return several == null ? List.of(Indicator.valueOf(name)) : several;
    }

    private static long[] numbers(String text) {
        List<Long> numbers = new ArrayList<>();
        for (String number : text.split(";")) {
            numbers.add(Long.valueOf(number));
        }
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static BigDecimal whole(int points) {
        return BigDecimal.valueOf(points);
    }

    private static void refused(Runnable act, ScoringProblem problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
