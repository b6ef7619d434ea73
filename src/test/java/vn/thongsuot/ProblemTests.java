package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thongsuot.shared.Problem;

/// Every reason to refuse has words in both languages.
@Proves({"H1.2", "H2.1"})
class ProblemTests {

    @Test
    void everyProblemHasATitleInBothLanguages() {
        List<Problem> problems = HouseRulesTests.CODE.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Problem.class))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(Problem.class::cast)
                .toList();
        assertThat(problems).isNotEmpty();
        for (Problem problem : problems) {
            String module = problem.code().substring(0, problem.code().indexOf('.'));
            String key = "problem." + problem.code();
            assertThat(MessageTests.vietnamese(module)).as(key).containsKey(key);
            assertThat(MessageTests.english(module)).as(key).containsKey(key);
        }
    }
}
