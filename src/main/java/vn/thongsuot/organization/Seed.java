package vn.thongsuot.organization;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables shipped under `organization/`; their sources are in its PROVENANCE.md.
final class Seed {

    private Seed() {}

    static List<NamedCsvRecord> rows(String file) {
        var stream = Seed.class.getResourceAsStream("/organization/" + file);
        if (stream == null) {
            throw new IllegalStateException("seed file " + file + " is missing");
        }
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
