package vn.thongsuot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.Proves;

/// The benchmark of the spine, so short that its numbers say nothing, measures and reports all that it should.
class SpineBenchmarkTests {

    private static final SpineBenchmark.Effort SHORT = new SpineBenchmark.Effort(1, 4_000, 1, 3, 3, 3, 5);

    @TempDir
    Path folder;

    @Test
    @Proves("S1.11")
    void measuresListsChangesRecountAndIndex() throws Exception {
        Report report = new Report("spine", true);
        SpineBenchmark.measure(report, SHORT);
        report.write(folder);
        Map<String, Double> values = new HashMap<>();
        Map<String, Boolean> judged = new HashMap<>();
        JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("spine.json")))
                .forEach(measure -> {
                    values.put(
                            measure.get("measure").asString(),
                            measure.get("value").asDouble());
                    judged.put(
                            measure.get("measure").asString(),
                            !measure.get("bar").isNull());
                });
        for (String judgedBy : new String[] {
            "documents made in bulk",
            "dossiers made in bulk",
            "full recount of 4,000",
            "state changes of dossiers",
            "lists at",
            "event visible",
            "events never counted"
        }) {
            assertThat(judged.entrySet().stream()
                            .filter(measure -> measure.getKey().contains(judgedBy))
                            .findFirst())
                    .as(judgedBy)
                    .hasValueSatisfying(
                            measure -> assertThat(measure.getValue()).isTrue());
        }
        assertThat(values.entrySet().stream()
                        .filter(measure -> !measure.getKey().contains("never counted"))
                        .toList())
                .allSatisfy(measure ->
                        assertThat(measure.getValue()).as(measure.getKey()).isPositive());
        assertThat(value(values, "events never counted")).isZero();
        assertThat(Files.readString(folder.resolve("spine.txt")))
                .contains(
                        "list /incoming", "search /incoming", "detail /incoming", "list /dossiers", "detail /dossiers")
                .contains("the measured one 0", "Not shown:");
    }

    private static double value(Map<String, Double> values, String part) {
        return values.entrySet().stream()
                .filter(measure -> measure.getKey().contains(part))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
