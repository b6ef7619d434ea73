package vn.thongsuot.organization;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a file of the directory so that {@link SheetReading} reads it back.
final class SheetWriting {

    private static final int WIDE = 40;
    private static final int NARROW = 18;

    private SheetWriting() {}

    /// UTF-8 with a byte order mark: spreadsheets guess wrongly without one.
    static byte[] csv(SheetKind kind, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8)) {
            writer.writeRecord(kind.columns());
            for (List<String> row : rows) {
                writer.writeRecord(row.stream().map(Guarded::cell).toList());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    /// Every cell is text: no code loses its zeros, and nothing is a formula.
    static byte[] excel(SheetKind kind, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "thongsuot", null)) {
            Worksheet sheet = book.newWorksheet("Danh bạ");
            for (int column = 0; column < kind.columns().size(); column++) {
                sheet.value(0, column, kind.columns().get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, kind.columns().get(column).contains("ên") ? WIDE : NARROW);
            }
            sheet.freezePane(0, 1);
            for (int line = 0; line < rows.size(); line++) {
                List<String> row = rows.get(line);
                for (int column = 0; column < row.size(); column++) {
                    if (!row.get(column).isEmpty()) {
                        sheet.value(line + 1, column, Guarded.cell(row.get(column)));
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
