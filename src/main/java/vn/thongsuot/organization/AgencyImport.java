package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Refusal;

/// Compares a file of agencies with the directory: what is new is founded, another name renames from the day of the
/// import on, a last day ends. Everything else about an agency is changed by its own act, and refused here.
final class AgencyImport {

    private static final String ID = "Mã hệ thống";
    private static final String NAME = "Tên cơ quan";
    private static final String NAME_EN = "Tên tiếng Anh";
    private static final String LEVEL = "Cấp";
    private static final String KIND = "Loại";
    private static final String PARENT = "Cơ quan cấp trên";
    private static final String IDENTIFIER = "Mã định danh";
    private static final String UNIT_CODE = "Mã đơn vị hành chính";
    private static final String CALENDAR = "Lịch làm việc";
    private static final String FROM = "Từ ngày";
    private static final String TO = "Đến ngày";

    private final Directory directory;
    private final Labels labels;
    private final ImportScope scope;
    private final List<ImportLine> lines = new ArrayList<>();
    private final List<ImportPlan.Act> acts = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();
    private final Map<String, SheetRow> newCodes = new HashMap<>();
    private final Map<Integer, AgencyId> scopes = new HashMap<>();
    private final Set<Object> seen = new HashSet<>();

    private record End(SheetRow row, AgencyView agency, LocalDate lastDay, int place) {}

    AgencyImport(Directory directory, Labels labels, ImportScope scope) {
        this.directory = directory;
        this.labels = labels;
        this.scope = scope;
    }

    ImportPlan plan(List<SheetRow> rows) {
        rows.stream()
                .filter(row -> row.text(ID).isEmpty() && !scope.knows(row.text(IDENTIFIER)))
                .forEach(row -> newCodes.putIfAbsent(row.text(IDENTIFIER), row));
        newCodes.remove("");
        // Whoever is above comes first: a new agency may stand under another new one.
        List<SheetRow> inOrder = rows.stream()
                .sorted(Comparator.comparingInt((SheetRow row) -> depth(row, 0)).thenComparingInt(SheetRow::line))
                .toList();
        inOrder.forEach(this::line);
        ends();
        lines.sort(Comparator.comparingInt(ImportLine::line));
        return new ImportPlan(lines, acts);
    }

    /// How many new agencies stand above the row's own.
    private int depth(SheetRow row, int depth) {
        SheetRow above = newCodes.get(row.text(PARENT));
        return above == null || depth > newCodes.size() ? depth : depth(above, depth + 1);
    }

    private void line(SheetRow row) {
        try {
            List<String> effects = new ArrayList<>();
            UUID id = row.id(ID);
            if (id == null && !scope.knows(row.text(IDENTIFIER))) {
                found(row);
                effects.add("organization.import.effect.found");
            } else {
                AgencyView agency = scope.agency(ID, id == null ? row.text(IDENTIFIER) : id.toString());
                change(row, agency, effects);
            }
            lines.add(new ImportLine(row.line(), row.text(NAME), effects, null));
        } catch (Refusal refusal) {
            lines.add(new ImportLine(row.line(), row.text(NAME), List.of(), refusal));
        }
    }

    private void found(SheetRow row) {
        LocalDate from = row.date(FROM);
        if (!row.text(TO).isEmpty()) {
            throw OrganizationProblem.CELL_FIXED.because(TO);
        }
        String name = Names.agency(row.text(NAME));
        String kind = Names.agency(row.text(KIND));
        AgencyLevel level = labels.level(row, LEVEL);
        free(AgencyCode.Scheme.IDENTIFIER, row.text(IDENTIFIER), from);
        free(AgencyCode.Scheme.ADMINISTRATIVE_UNIT, row.text(UNIT_CODE), from);
        String above = row.text(PARENT);
        if (above.isEmpty()) {
            throw OrganizationProblem.CELL_EMPTY.because(PARENT);
        }
        SheetRow newParent = newCodes.get(above);
        AgencyId parent = newParent == null ? existingParent(above, from) : null;
        AgencyId within = newParent == null ? parent : scopes.get(newParent.line());
        if (within == null) {
            throw OrganizationProblem.CELL_UNKNOWN.because(PARENT, above);
        }
        if (newParent != null && from.isBefore(newParent.date(FROM))) {
            throw OrganizationProblem.DATE_BEFORE_FOUNDING.because(Dates.shown(newParent.date(FROM)));
        }
        scope.need(within);
        String calendar = calendar(row.text(CALENDAR), within);
        scopes.put(row.line(), within);
        int parentLine = newParent == null ? 0 : newParent.line();
        acts.add(run -> run.founded.put(
                row.line(),
                run.organization.found(
                        new NewAgency(
                                name,
                                row.orNull(NAME_EN),
                                level,
                                kind,
                                parent == null ? run.founded.get(parentLine) : parent,
                                calendar,
                                row.orNull(IDENTIFIER),
                                row.orNull(UNIT_CODE),
                                from),
                        within,
                        run.by)));
    }

    private AgencyId existingParent(String code, LocalDate from) {
        AgencyView parent = scope.agency(PARENT, code);
        if (from.isBefore(parent.period().from())) {
            throw OrganizationProblem.DATE_BEFORE_FOUNDING.because(
                    Dates.shown(parent.period().from()));
        }
        if (!parent.period().on(from)) {
            throw OrganizationProblem.AGENCY_ENDED.because();
        }
        return parent.id();
    }

    private String calendar(String typed, AgencyId within) {
        AgencyView above = directory.agency(within).orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
        boolean used = directory.snapshot().agencies.values().stream()
                .anyMatch(agency -> agency.calendar().equals(typed));
        if (!typed.isEmpty() && !used) {
            throw OrganizationProblem.CELL_UNKNOWN.because(CALENDAR, typed);
        }
        return typed.isEmpty() ? above.calendar() : typed;
    }

    /// Whether nobody has the code from `from` on, in the directory or in the file.
    private void free(AgencyCode.Scheme scheme, String code, LocalDate from) {
        if (code.isEmpty()) {
            return;
        }
        Period wanted = new AgencyCode(scheme, code, Period.since(from)).period();
        boolean taken = directory.snapshot().agencies.values().stream()
                .flatMap(agency -> agency.codes().stream())
                .anyMatch(known -> known.scheme() == scheme
                        && known.code().equals(code)
                        && (known.period().to() == null || !known.period().to().isBefore(wanted.from())));
        if (taken || !seen.add(scheme + code)) {
            throw OrganizationProblem.CODE_TAKEN.because(code);
        }
    }

    private void change(SheetRow row, AgencyView agency, List<String> effects) {
        if (!seen.add(agency.id())) {
            throw OrganizationProblem.ROW_TWICE.because();
        }
        LocalDate day = scope.today();
        same(row, LEVEL, labels.level(row, LEVEL) == agency.level());
        same(row, KIND, row.text(KIND).equals(agency.kind()));
        AgencyId parent = agency.parent();
        same(row, PARENT, reference(parent, day).equals(row.text(PARENT)) || isParent(row.text(PARENT), parent));
        same(row, IDENTIFIER, row.text(IDENTIFIER).equals(agency.identifier(day).orElse("")));
        String unitCode =
                agency.code(AgencyCode.Scheme.ADMINISTRATIVE_UNIT, day).orElse("");
        same(row, UNIT_CODE, row.text(UNIT_CODE).equals(unitCode));
        same(row, CALENDAR, row.text(CALENDAR).equals(agency.calendar()));
        same(row, FROM, row.date(FROM).equals(agency.period().from()));
        String name = Names.agency(row.text(NAME));
        boolean renamed = !name.equals(agency.name());
        same(row, NAME_EN, renamed || row.text(NAME_EN).equals(agency.nameEn() == null ? "" : agency.nameEn()));
        LocalDate lastDay = row.dateOrNull(TO);
        LocalDate known = agency.period().to();
        boolean ended = known == null && lastDay != null;
        same(row, TO, ended || java.util.Objects.equals(lastDay, known));
        if (renamed || ended) {
            scope.need(agency.id());
        }
        if (renamed) {
            renamable(agency, day);
            effects.add("organization.import.effect.renamed");
            acts.add(run -> run.organization.rename(
                    agency.id(), run.version(agency.id(), agency.version()), name, day, run.by));
        }
        if (ended && lastDay != null) {
            if (lastDay.isBefore(agency.period().from())) {
                throw OrganizationProblem.DATE_BEFORE_FOUNDING.because(
                        Dates.shown(agency.period().from()));
            }
            effects.add("organization.import.effect.ended");
            ends.add(new End(
                    row, agency, lastDay, directory.withAncestors(agency.id()).size()));
        }
    }

    private void renamable(AgencyView agency, LocalDate day) {
        LocalDate since = directory.life(agency.id()).getLast().during().from();
        if (day.isBefore(since)) {
            throw OrganizationProblem.DATE_BEFORE_LAST_CHANGE.because(Dates.shown(since));
        }
    }

    private boolean isParent(String code, @Nullable AgencyId parent) {
        return parent != null && scope.agency(PARENT, code).id().equals(parent);
    }

    /// What an export writes for an agency: its identifier, or else its id.
    private String reference(@Nullable AgencyId agency, LocalDate day) {
        return agency == null ? "" : DirectoryExport.reference(directory, agency, day);
    }

    private static void same(SheetRow row, String column, boolean same) {
        if (!same) {
            throw OrganizationProblem.CELL_FIXED.because(column);
        }
    }

    /// The deepest end first; who still stands under an ended one, or works there, keeps it from ending.
    private void ends() {
        ends.sort(Comparator.comparingInt(End::place)
                .reversed()
                .thenComparingInt(end -> end.row().line()));
        Map<AgencyId, LocalDate> ending = new HashMap<>();
        for (End end : ends) {
            AgencyId id = end.agency().id();
            long children = directory.snapshot().children.getOrDefault(id, List.of()).stream()
                    .map(state -> state.view().id())
                    .distinct()
                    .filter(child -> lasts(child, id, end.lastDay(), ending))
                    .count();
            long people = directory.snapshot().postsOfAgency.getOrDefault(id, List.of()).stream()
                    .flatMap(post -> directory.snapshot().holdingsOfPost.getOrDefault(post.id(), List.of()).stream())
                    .filter(holding -> holding.period().to() == null
                            || holding.period().to().isAfter(end.lastDay()))
                    .map(HoldingView::officer)
                    .distinct()
                    .count();
            if (children > 0 || people > 0) {
                refuse(
                        end,
                        children > 0
                                ? OrganizationProblem.AGENCY_STILL_HAS_CHILDREN.because(children)
                                : OrganizationProblem.AGENCY_STILL_HAS_OFFICERS.because(people));
                continue;
            }
            ending.put(id, end.lastDay());
            acts.add(
                    run -> run.organization.end(id, run.version(id, end.agency().version()), end.lastDay(), run.by));
        }
    }

    private boolean lasts(AgencyId child, AgencyId parent, LocalDate day, Map<AgencyId, LocalDate> ending) {
        AgencyView agency = directory.agency(child).orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
        LocalDate end = ending.getOrDefault(child, agency.period().to());
        return parent.equals(agency.parent()) && (end == null || end.isAfter(day));
    }

    private void refuse(End end, Refusal refusal) {
        lines.removeIf(line -> line.line() == end.row().line());
        lines.add(new ImportLine(end.row().line(), end.row().text(NAME), List.of(), refusal));
    }
}
