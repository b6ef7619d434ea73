package vn.thongsuot.shared.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import vn.thongsuot.shared.Page;

/// **Bảng CSV.** A list as a table for spreadsheets: whole, however long, written part by part as it is read.
public final class CsvAnswer {

    /// How many are read at once.
    public static final int PART = 1_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // Excel takes a table without one for another alphabet
    private static final String FORMULA = "=+-@\t\r";

    private CsvAnswer() {}

    /// Reads the part of a list after a place in it; the first after null.
    @FunctionalInterface
    public interface Parts<T> {

        Page<T> after(@Nullable String place);
    }

    /// @param name of the file
    public static <T> void write(
            HttpServletResponse response,
            String name,
            List<String> heads,
            Parts<T> parts,
            Function<List<T>, List<List<String>>> rows)
            throws IOException {
        // A refusal is answered as on a page: nothing is written before the first part is read.
        Page<T> part = parts.after(null);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        Writer out = response.getWriter();
        out.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(heads);
            write(csv, rows.apply(part.items()));
            for (String next = part.next(); next != null; next = part.next()) {
                part = parts.after(next);
                write(csv, rows.apply(part.items()));
            }
        }
    }

    private static void write(CsvWriter csv, List<List<String>> rows) {
        rows.forEach(row -> csv.writeRecord(row.stream().map(CsvAnswer::guarded).toList()));
    }

    /// What a table's program would take for a formula is text.
    private static String guarded(String text) {
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
