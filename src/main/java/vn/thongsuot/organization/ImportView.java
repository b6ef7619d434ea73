package vn.thongsuot.organization;

import java.util.List;
import java.util.UUID;

/// **Lần nhập.** A file as it would change the directory now, or, once applied, how much it changed.
///
/// @param digest SHA-256 of the file
/// @param version the directory it was compared with; to be named when it is applied
/// @param acts how many acts of office it takes
/// @param lines empty once applied: the file's content is not kept longer
public record ImportView(
        UUID id,
        SheetKind kind,
        String fileName,
        String digest,
        boolean applied,
        long version,
        int acts,
        List<ImportLine> lines) {

    public ImportView {
        lines = List.copyOf(lines);
    }

    public int count(ImportLine.Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
