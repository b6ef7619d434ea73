package vn.thongsuot.organization;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Bảng sắp xếp.** Reads which unit becomes which from CSV: `old_code` and `new_code`, and for new units `new_name`
/// (`new_name_en` if known). Units that share a new code merge into one new agency of that code and name; a unit that
/// keeps its code by itself goes on, under the name in the table.
public final class ReorganisationTable {

    static final int MOST_LINES = 5_000;
    private static final String COMMITTEE = "Ủy ban nhân dân ";

    private final Directory directory;
    private final LocalDate on;
    private final @Nullable AgencyId parent;
    private final List<Wrong> wrong = new ArrayList<>();
    private final Map<String, List<Line>> groups = new LinkedHashMap<>();

    /// A line that cannot be taken over; `reason` is a message key's last word.
    public record Wrong(long line, String reason, String value) {}

    /// What a table says: its steps, or what is wrong with it.
    public record Reading(List<ReorganisationStep> steps, List<Wrong> wrong) {

        public Reading {
            steps = List.copyOf(steps);
            wrong = List.copyOf(wrong);
        }
    }

    private record Line(long number, AgencyView old, String oldCode, String newName, String newNameEn) {}

    private ReorganisationTable(Directory directory, LocalDate on, @Nullable AgencyId parent) {
        this.directory = directory;
        this.on = on;
        this.parent = parent;
    }

    /// Reads `csv` for a plan of the day `on`; what it founds stands under `parent`, or where its predecessors stood.
    public static Reading read(String csv, Directory directory, LocalDate on, @Nullable AgencyId parent) {
        return new ReorganisationTable(directory, on, parent).read(csv);
    }

    private Reading read(String csv) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            Map<AgencyId, Long> seen = new HashMap<>();
            for (NamedCsvRecord row : reader) {
                if (!row.getHeader().containsAll(List.of("old_code", "new_code"))
                        || row.getStartingLineNumber() > MOST_LINES) {
                    throw OrganizationProblem.TABLE_UNREADABLE.because();
                }
                take(row, seen);
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw OrganizationProblem.TABLE_UNREADABLE.because();
        } catch (java.io.IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (groups.isEmpty() && wrong.isEmpty()) {
            throw OrganizationProblem.TABLE_UNREADABLE.because();
        }
        List<ReorganisationStep> steps = new ArrayList<>();
        groups.forEach((code, lines) -> steps.addAll(steps(code, lines)));
        return new Reading(wrong.isEmpty() ? steps : List.of(), wrong);
    }

    private void take(NamedCsvRecord row, Map<AgencyId, Long> seen) {
        long line = row.getStartingLineNumber();
        String oldCode = field(row, "old_code");
        String newCode = field(row, "new_code");
        Optional<AgencyView> old = directory.agencyByCode(oldCode, on.minusDays(1));
        if (old.isEmpty()) {
            wrong.add(new Wrong(line, "unknown", oldCode));
        } else if (seen.putIfAbsent(old.get().id(), line) != null) {
            wrong.add(new Wrong(line, "twice", oldCode));
        } else if (!AgencyCode.Scheme.ADMINISTRATIVE_UNIT.fits(newCode)) {
            wrong.add(new Wrong(line, "code", newCode));
        } else {
            groups.computeIfAbsent(newCode, _ -> new ArrayList<>())
                    .add(new Line(line, old.get(), oldCode, field(row, "new_name"), field(row, "new_name_en")));
        }
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("").strip();
    }

    private List<ReorganisationStep> steps(String code, List<Line> lines) {
        Line first = lines.getFirst();
        if (lines.size() == 1 && first.oldCode().equals(code)) {
            return goesOn(first);
        }
        if (first.newName().isEmpty()) {
            wrong.add(new Wrong(first.number(), "name", code));
            return List.of();
        }
        List<ReorganisationStep> steps = new ArrayList<>();
        AgencyId merged = new AgencyId(UUID.randomUUID());
        AgencyId above = parent;
        steps.add(new ReorganisationStep.Found(
                UUID.randomUUID(),
                merged,
                called(first),
                first.newNameEn().isEmpty() ? null : "People's Committee of " + first.newNameEn(),
                first.old().level(),
                word(first),
                above == null ? first.old().parent() : above,
                null,
                code));
        lines.forEach(line -> steps.add(
                new ReorganisationStep.Merge(UUID.randomUUID(), line.old().id(), merged, true, null)));
        return steps;
    }

    private List<ReorganisationStep> goesOn(Line line) {
        List<ReorganisationStep> steps = new ArrayList<>();
        String name = line.newName().isEmpty() ? line.old().name() : called(line);
        if (!name.equals(line.old().name())) {
            steps.add(new ReorganisationStep.Rename(
                    UUID.randomUUID(), line.old().id(), name, line.old().nameEn()));
        }
        if (parent != null && !parent.equals(line.old().parent())) {
            steps.add(new ReorganisationStep.Move(UUID.randomUUID(), line.old().id(), parent));
        }
        return steps;
    }

    /// `Phường Trà Vinh` → `Ủy ban nhân dân phường Trà Vinh`, as its predecessors are called.
    private static String called(Line line) {
        String name = line.newName();
        return line.old().name().startsWith(COMMITTEE) ? COMMITTEE + lower(name) : name;
    }

    private static String word(Line line) {
        Set<String> kinds = Set.of("Phường", "Xã", "Thị trấn");
        return kinds.stream()
                .filter(kind -> line.newName().startsWith(kind + " "))
                .map(kind -> "UBND " + kind.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(line.old().kind());
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
