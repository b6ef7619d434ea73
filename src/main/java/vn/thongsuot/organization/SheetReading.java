package vn.thongsuot.organization;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.SharedProblem;

/// Reads a file of the directory: Excel (`.xlsx`, its first sheet) or CSV in UTF-8, with or without a byte order
/// mark, separated by commas, semicolons or tabs. Columns are known by their heads, in any order.
final class SheetReading {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;
    private static final int MOST_UNPACKED = 120 * 1024 * 1024;
    private static final int LONGEST_CELL = 2_000;
    private static final int LONGEST_SIGNATURE = 8;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private SheetReading() {}

    static List<SheetRow> read(SheetKind kind, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw SharedProblem.TOO_LARGE.because();
        }
        boolean binary = content.length >= LONGEST_SIGNATURE;
        if (binary && ReadableWorkbook.isOLE2Header(content)) {
            throw OrganizationProblem.FILE_UNREADABLE.because();
        }
        List<Line> lines = binary && ReadableWorkbook.isOOXMLZipHeader(content) ? excel(content) : csv(content);
        if (lines.size() < 2) {
            throw OrganizationProblem.FILE_EMPTY.because();
        }
        if (lines.size() > MOST_ROWS + 1) {
            throw OrganizationProblem.FILE_TOO_LONG.because(lines.size() - 1, MOST_ROWS);
        }
        int[] places = places(kind, lines.getFirst());
        return lines.stream().skip(1).map(line -> row(kind, line, places)).toList();
    }

    private record Line(int number, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private static SheetRow row(SheetKind kind, Line line, int[] places) {
        List<String> cells = new ArrayList<>();
        for (int place : places) {
            String cell = place < line.cells().size() ? line.cells().get(place) : "";
            cells.add(cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : Guarded.open(cell));
        }
        return new SheetRow(kind, line.number(), cells);
    }

    /// Where each column of the kind stands in the file.
    private static int[] places(SheetKind kind, Line head) {
        Map<String, Integer> found = new HashMap<>();
        for (int place = 0; place < head.cells().size(); place++) {
            found.putIfAbsent(Folded.of(head.cells().get(place)).plain(), place);
        }
        List<String> missing = kind.columns().stream()
                .filter(column -> !found.containsKey(Folded.of(column).plain()))
                .toList();
        if (!missing.isEmpty()) {
            throw OrganizationProblem.FILE_COLUMNS.because(String.join(", ", missing));
        }
        return kind.columns().stream()
                .mapToInt(column -> found.getOrDefault(Folded.of(column).plain(), 0))
                .toArray();
    }

    private static List<Line> csv(byte[] content) {
        String text = text(content);
        int end = text.indexOf('\n');
        String head = end < 0 ? text : text.substring(0, end);
        char separator = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : ',';
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                Line line = new Line((int) row.getStartingLineNumber(), row.getFields());
                if (!line.blank()) {
                    lines.add(line);
                }
            }
        } catch (CsvParseException unreadable) {
            throw OrganizationProblem.FILE_UNREADABLE.because();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines;
    }

    /// Strictly UTF-8: what Windows-1258 or an older code wrote is refused, not guessed at.
    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw OrganizationProblem.FILE_ENCODING.because();
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw OrganizationProblem.FILE_ENCODING.because();
        }
    }

    private static List<Line> excel(byte[] content) {
        refuseBomb(content);
        List<Line> lines = new ArrayList<>();
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.limit(MOST_ROWS + 2L)
                    .map(row -> new Line(
                            row.getRowNum(),
                            row.stream().map(SheetReading::shown).toList()))
                    .filter(line -> !line.blank())
                    .forEach(lines::add);
        } catch (IOException | RuntimeException unreadable) {
            throw OrganizationProblem.FILE_UNREADABLE.because();
        }
        return lines;
    }

    /// A small file that unpacks into an enormous one is not opened.
    private static void refuseBomb(byte[] content) {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream data = zip.getInputStream(entry)) {
                    for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw SharedProblem.TOO_LARGE.because();
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            throw OrganizationProblem.FILE_UNREADABLE.because();
        }
    }

    private static String shown(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = String.valueOf(cell.getDataFormatString()).toLowerCase(java.util.Locale.ROOT);
            boolean date = format.contains("yy") || format.contains("d/m") || format.contains("m/d");
            return date
                    ? SHOWN.format(cell.asDate())
                    : cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getText();
    }
}
