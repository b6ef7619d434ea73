package vn.thongsuot.procedure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The edition of the national database that comes with the installation: `procedure/*.csv`, described in its
/// README.md.
final class ShippedEdition {

    static final String ID = "dvcqg-2026-07";
    static final String SOURCE = "Cổng Dịch vụ công quốc gia (CSDL quốc gia về thủ tục hành chính), thu thập một phần";
    /// The month is known, the day is not: the last of the month.
    static final LocalDate READ_ON = LocalDate.of(2026, 7, 31);

    private static final List<String> FILES = List.of("province-level.csv", "commune-level.csv");
    private static final Map<String, HandlingLevel> LEVELS = Map.of(
            "Cấp bộ", HandlingLevel.MINISTRY,
            "Cấp tỉnh", HandlingLevel.PROVINCE,
            "Cấp xã", HandlingLevel.COMMUNE,
            "Cơ quan khác", HandlingLevel.OTHER);

    private final Map<String, Row> rows = new TreeMap<>();
    private final String digest;

    /// A procedure as the tables hold it.
    record Row(
            String code,
            String name,
            String field,
            String ministry,
            String kind,
            List<String> levels,
            List<String> applicants,
            List<String> channels,
            List<String> limits,
            List<String> fees,
            List<String> results,
            String agency,
            String decision,
            String url) {}

    ShippedEdition() {
        MessageDigest sha256 = sha256();
        for (String file : FILES) {
            byte[] content = content(file);
            sha256.update(content);
            read(content).forEach(row -> rows.putIfAbsent(row.getField("code"), row(row)));
        }
        digest = HexFormat.of().formatHex(sha256.digest());
    }

    /// One for each code, by code. A procedure of both levels stands in both files, word for word.
    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    String digest() {
        return digest;
    }

    private static Row row(NamedCsvRecord row) {
        List<String> channels = split(row.getField("channels"), ",").stream()
                .map(name -> name.toUpperCase(java.util.Locale.ROOT))
                .toList();
        List<String> limits = new ArrayList<>();
        List<String> fees = new ArrayList<>();
        for (String channel : channels) {
            Channel named = Channel.valueOf(channel);
            limits.add(row.getField(limit(named)));
            fees.add(row.getField(fee(named)));
        }
        return new Row(
                row.getField("code"),
                oneLine(row.getField("name")),
                row.getField("field"),
                row.getField("ministry"),
                row.getField("type"),
                split(row.getField("level"), ",").stream()
                        .map(level ->
                                Objects.requireNonNull(LEVELS.get(level), level).name())
                        .toList(),
                applicants(row.getField("applicants")),
                channels,
                limits,
                fees,
                split(oneLine(row.getField("results")), ";"),
                oneLine(row.getField("agency")),
                row.getField("decision_no"),
                row.getField("url"));
    }

    /// A comma inside brackets parts nobody: `Tổ chức (không bao gồm doanh nghiệp, HTX)`.
    private static List<String> applicants(String text) {
        return split(text, ",(?![^(]*\\))");
    }

    private static String limit(Channel channel) {
        return switch (channel) {
            case DIRECT -> "time_direct";
            case ONLINE -> "time_online";
            case POST -> "time_post";
        };
    }

    /// What is sent by post costs what it costs at the counter.
    private static String fee(Channel channel) {
        return switch (channel) {
            case DIRECT, POST -> "fee_direct";
            case ONLINE -> "fee_online";
        };
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static List<NamedCsvRecord> read(byte[] content) {
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] content(String file) {
        try (InputStream stream = ShippedEdition.class.getResourceAsStream("/procedure/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("catalogue file " + file + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
