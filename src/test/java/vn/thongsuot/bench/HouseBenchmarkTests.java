package vn.thongsuot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.Proves;

/// The benchmark of the house, so short that its numbers say nothing, measures and reports all that it should.
class HouseBenchmarkTests {

    private static final HouseBenchmark.Effort SHORT = new HouseBenchmark.Effort(1, 1, 1, 3, 30);

    /// Numbers are reported with three digits.
    private static final Percentage ROUNDED = Percentage.withPercentage(2);

    @TempDir
    Path folder;

    @Test
    @Proves({"H1.7", "H7.5"})
    void measuresAuditedChangesAndWhatTheLogCosts() throws Exception {
        Report report = new Report("house", true);
        try (BenchServer server = new BenchServer()) {
            HouseBenchmark.changes(server, report, SHORT);
        }
        report.write(folder);
        List<JsonNode> measures = new ArrayList<>();
        JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("house.json")))
                .forEach(measures::add);
        assertThat(measures).hasSizeGreaterThan(7).allSatisfy(measure -> {
            assertThat(measure.propertyNames())
                    .containsExactly("measure", "value", "unit", "reference", "ratio", "bar", "holds");
            boolean judged = !measure.get("bar").isNull();
            assertThat(measure.get("holds").isNull()).isNotEqualTo(judged);
            if (!measure.get("reference").isNull()) {
                double ratio = measure.get("ratio").asDouble();
                assertThat(ratio * measure.get("reference").asDouble())
                        .isCloseTo(measure.get("value").asDouble(), ROUNDED);
                if (judged && Math.abs(ratio - measure.get("bar").asDouble()) > 0.01) {
                    assertThat(measure.get("holds").asBoolean())
                            .isEqualTo(ratio > measure.get("bar").asDouble());
                }
            }
        });
        double yardstick = value(measures, "pgbench TPC-B-like");
        assertThat(yardstick).isPositive();
        assertThat(reference(measures, "audited state changes, 32 clients, no listeners"))
                .isEqualTo(yardstick);
        assertThat(value(measures, "audited state changes, 32 clients, two listeners, drained"))
                .isPositive();
        double audited = value(measures, "one audited change, one client, median");
        double bare = reference(measures, "one audited change, one client, median");
        assertThat(bare).as("µs without the log").isPositive();
        assertThat(value(measures, "of which the log")).isCloseTo(audited - bare, within(audited * 0.02));
        assertThat(value(measures, "write-ahead log of one audited change"))
                .as("the log writes more than the change alone")
                .isGreaterThan(reference(measures, "write-ahead log of one audited change"));
        assertThat(Files.readString(folder.resolve("house.txt")))
                .contains("a smoke test, not a measurement", "of which the log", "Not shown:");
    }

    private static double value(List<JsonNode> measures, String name) {
        return find(measures, name).get("value").asDouble();
    }

    private static double reference(List<JsonNode> measures, String name) {
        return find(measures, name).get("reference").asDouble();
    }

    private static JsonNode find(List<JsonNode> measures, String name) {
        return measures.stream()
                .filter(measure -> measure.get("measure").asString().startsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
