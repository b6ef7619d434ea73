package vn.thongsuot.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thongsuot.Proves;
import vn.thongsuot.procedure.StatedLimit.Case;
import vn.thongsuot.procedure.StatedLimit.State;
import vn.thongsuot.procedure.StatedLimit.Unit;
import vn.thongsuot.shared.Refusal;

/// What the shipped edition says, and that nothing is read into it.
@Proves("S1.1")
class StatedFactsTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "7 Ngày làm việc, CLEAR",
                "30 Ngày, CLEAR",
                "8 Giờ, CLEAR",
                "6 Tháng, CLEAR",
                "3 Ngày làm việc | 15 Ngày, CLEAR",
                "5, TO_BE_CONFIRMED",
                "\"1,5\", TO_BE_CONFIRMED",
                "3 Ngày làm việc | 5, TO_BE_CONFIRMED",
                "sớm nhất có thể, TO_BE_CONFIRMED",
                "\"\", ABSENT"
            })
    void aNumberWithoutItsUnitIsToBeConfirmed(String text, State state) {
        assertThat(new StatedLimit(text).state()).isEqualTo(state);
    }

    @Test
    void keepsEveryCaseOfALimit() {
        assertThat(new StatedLimit("3 Ngày làm việc | 15 Ngày | 5").cases())
                .containsExactly(
                        new Case("3", Unit.WORKING_DAYS), new Case("15", Unit.CALENDAR_DAYS), new Case("5", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "8,000 VNĐ > 8.000\u00A0đ",
                "1,250,000 Việt Nam Đồng > 1.250.000\u00A0đ",
                "10 USD > 10 USD",
                "Miễn phí > Miễn phí",
                "2,000 Việt Nam Đồng | 10 USD > 2.000\u00A0đ; 10 USD",
                "Miễn phí | Không có thông tin > Miễn phí"
            })
    void writesFeesAsPeopleDo(String text, String written) {
        assertThat(String.join("; ", new StatedFee(text).cases())).isEqualTo(written);
    }

    @Test
    void whatIsNotPublishedIsNotFree() {
        assertThat(new StatedFee("Không có thông tin").known()).isFalse();
        assertThat(new StatedFee("").known()).isFalse();
        assertThat(new StatedFee("Miễn phí").known()).isTrue();
    }

    @Test
    void everyProcedureOfBothLevelsIsInTheEditionOnce() {
        List<ShippedEdition.Row> rows = new ShippedEdition().rows();
        Set<String> codes = new HashSet<>();
        rows.forEach(row -> assertThat(codes.add(row.code())).as(row.code()).isTrue());
        assertThat(rows).hasSize(1_601);
        assertThat(rows.stream().filter(row -> row.levels().contains("COMMUNE")))
                .hasSize(588);
        assertThat(rows.stream().filter(row -> row.levels().contains("PROVINCE")))
                .hasSize(1_251);
        rows.forEach(row -> {
            assertThat(new ProcedureCode(row.code()).value()).isEqualTo(row.code());
            assertThat(row.name()).as(row.code()).isNotBlank().doesNotContain("\n");
            assertThat(row.levels()).as(row.code()).isNotEmpty();
            assertThat(row.limits()).as(row.code()).hasSameSizeAs(row.channels());
        });
    }

    /// The unit of some three hundred times was lost: none of them may look known.
    @Test
    void noLimitOfTheEditionIsGuessed() {
        List<String> limits = new ShippedEdition()
                .rows().stream().flatMap(row -> row.limits().stream()).toList();
        long bare = limits.stream().filter(limit -> limit.matches("[\\d.,]+")).count();
        assertThat(bare).isGreaterThan(500);
        assertThat(limits.stream().filter(limit -> new StatedLimit(limit).state() == State.TO_BE_CONFIRMED))
                .hasSizeGreaterThanOrEqualTo((int) bare)
                .allMatch(limit -> limit.matches(".*\\d.*"));
        assertThat(limits.stream().filter(limit -> new StatedLimit(limit).state() == State.CLEAR))
                .allMatch(limit -> limit.matches(".*(Ngày|Giờ|Tháng).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2.00635", "2.0006355", "2-000635", "2.000635.000.00.00.H59", "x.000635"})
    void refusesWhatIsNoCode(String text) {
        assertThatThrownBy(() -> new ProcedureCode(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(ProcedureProblem.CODE_INVALID));
    }

    @Test
    void writesTheWholeCodeOfAnAgency() {
        assertThat(new ProcedureCode("2.000635").of("H59")).isEqualTo("2.000635.000.00.00.H59");
    }

    /// Each part of the procedure that is handled names a law, or says that it was made up.
    @Test
    void everyPartNamesItsLawOrIsFlagged() {
        assertThat(CatalogueLoading.rows("terms")).hasSize(1);
        ProcedureParts parts =
                CatalogueLoading.parts(CatalogueLoading.rows("terms").getFirst());
        assertThat(parts.components()).hasSize(3);
        assertThat(parts.steps())
                .extracting(ProcedureParts.Step::kind)
                .containsExactly(
                        ProcedureParts.StepKind.RECEIVE,
                        ProcedureParts.StepKind.PROCESS,
                        ProcedureParts.StepKind.SIGN,
                        ProcedureParts.StepKind.RETURN);
        List<ProcedureParts.Source> sources =
                new java.util.ArrayList<>(List.of(parts.limitSource(), parts.feeSource()));
        parts.components().forEach(component -> sources.add(component.source()));
        parts.steps().forEach(step -> sources.add(step.source()));
        assertThat(sources)
                .allMatch(source -> source.demonstration()
                        || source.text().matches(".*(Luật|Nghị định|Thông tư) .*\\d{4}.*Điều \\d+.*"));
    }

    @Test
    void refusesPartsByWhichNothingIsHandled() {
        ProcedureParts good =
                CatalogueLoading.parts(CatalogueLoading.rows("terms").getFirst());
        List<ProcedureParts.Step> steps = good.steps();
        for (List<ProcedureParts.Step> wrong : List.of(
                List.<ProcedureParts.Step>of(),
                steps.subList(1, 4),
                steps.subList(0, 3),
                List.of(steps.get(0), steps.get(1), steps.get(3)))) {
            refused(() -> with(good, good.components(), wrong));
        }
        refused(() -> with(good, List.of(), steps));
        refused(() -> with(
                good, List.of(good.components().getFirst(), good.components().getFirst()), steps));
    }

    private static ProcedureParts with(
            ProcedureParts parts, List<ProcedureParts.Component> components, List<ProcedureParts.Step> steps) {
        return new ProcedureParts(
                parts.sets(), parts.limit(), parts.limitSource(), parts.fee(), parts.feeSource(), components, steps);
    }

    private static void refused(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(ProcedureProblem.PARTS_INVALID));
    }
}
