package vn.thongsuot.organization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.SharedProblem;

/// A line of a file: its number as the reader's program shows it, and its cells in the order of the columns.
record SheetRow(SheetKind kind, int line, List<String> cells) {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    SheetRow {
        cells = List.copyOf(cells);
    }

    String text(String column) {
        return cells.get(kind.columns().indexOf(column)).strip();
    }

    @Nullable
    String orNull(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /// As people write it (`1/7/2025`) or as programs do (`2025-07-01`); null for an empty cell.
    @Nullable
    LocalDate dateOrNull(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.contains("/") ? LocalDate.parse(text, WRITTEN) : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw SharedProblem.DATE_UNREADABLE.because(text);
        }
    }

    LocalDate date(String column) {
        LocalDate day = dateOrNull(column);
        if (day == null) {
            throw OrganizationProblem.CELL_EMPTY.because(column);
        }
        return day;
    }

    /// Null for an empty cell.
    @Nullable
    UUID id(String column) {
        String text = text(column);
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw OrganizationProblem.CELL_UNKNOWN.because(column, text);
        }
    }
}
