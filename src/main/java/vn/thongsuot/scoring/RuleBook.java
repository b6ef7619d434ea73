package vn.thongsuot.scoring;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.thongsuot.shared.Text;

/// The rules shipped under `scoring/`; its README.md says where each comes from.
final class RuleBook {

    private RuleBook() {}

    /// Every edition, the newest first.
    static List<RuleSet> read() {
        List<NamedCsvRecord> rules = rows("rules.csv");
        return rows("editions.csv").stream()
                .map(edition -> edition(edition, rules))
                .sorted(Comparator.comparing(RuleSet::from).reversed())
                .toList();
    }

    static Map<Indicator, Count> example() {
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        rows("example.csv")
                .forEach(row -> counts.put(
                        Indicator.valueOf(row.getField("indicator")),
                        Count.of(
                                Long.parseLong(row.getField("numerator")),
                                Long.parseLong(row.getField("denominator")))));
        return counts;
    }

    private static RuleSet edition(NamedCsvRecord row, List<NamedCsvRecord> rules) {
        String id = row.getField("id");
        return new RuleSet(
                id,
                LocalDate.parse(row.getField("from")),
                Boolean.parseBoolean(row.getField("confirmed")),
                new Text(row.getField("name"), row.getField("name_en")),
                row.getField("source"),
                rules.stream()
                        .filter(rule -> rule.getField("edition").equals(id))
                        .map(RuleBook::rule)
                        .toList());
    }

    private static Rule rule(NamedCsvRecord row) {
        return new Rule(
                Indicator.valueOf(row.getField("indicator")),
                IndicatorGroup.valueOf(row.getField("group")),
                new BigDecimal(row.getField("points")),
                new BigDecimal(row.getField("full_at")),
                Rule.Award.valueOf(row.getField("without_cases")),
                Rule.Award.valueOf(row.getField("without_counts")),
                Rule.Evidence.valueOf(row.getField("evidence")),
                row.getField("source"));
    }

    private static List<NamedCsvRecord> rows(String file) {
        var stream = RuleBook.class.getResourceAsStream("/scoring/" + file);
        if (stream == null) {
            throw new IllegalStateException("rules file " + file + " is missing");
        }
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
