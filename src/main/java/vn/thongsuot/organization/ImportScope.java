package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// What one import may reach, and which agency a code in its file means.
final class ImportScope {

    private final Directory directory;
    private final Scope scope;
    private final Actor by;
    private final LocalDate today;
    private final Map<AgencyId, Boolean> reached = new HashMap<>();
    private final Map<String, AgencyView> known = new HashMap<>();

    ImportScope(Directory directory, Scope scope, Actor by, LocalDate today) {
        this.directory = directory;
        this.scope = scope;
        this.by = by;
        this.today = today;
        directory
                .snapshot()
                .agencies
                .values()
                .forEach(agency -> agency.codes().stream()
                        .filter(code -> code.period().on(today))
                        .forEach(code -> known.put(code.code(), agency)));
    }

    LocalDate today() {
        return today;
    }

    void need(AgencyId agency) {
        if (!reached.computeIfAbsent(agency, id -> scope.reaches(by, id))) {
            throw OrganizationProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }

    /// The agency that `code` names: its id, or any of its codes in force today.
    AgencyView agency(String column, String code) {
        AgencyView agency = known.computeIfAbsent(code, this::byId);
        if (agency == null) {
            throw OrganizationProblem.CELL_UNKNOWN.because(column, code);
        }
        return agency;
    }

    boolean knows(String code) {
        return known.containsKey(code);
    }

    private @org.jspecify.annotations.Nullable AgencyView byId(String text) {
        try {
            return directory.agency(new AgencyId(UUID.fromString(text))).orElse(null);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
