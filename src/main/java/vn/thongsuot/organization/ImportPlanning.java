package vn.thongsuot.organization;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;

/// Compares a file with the directory as the database has it now.
@Component
class ImportPlanning {

    private final Directory directory;
    private final OrganizationQueries queries;
    private final Labels labels;
    private final Scope scope;
    private final BusinessClock clock;

    ImportPlanning(Directory directory, OrganizationQueries queries, Labels labels, Scope scope, BusinessClock clock) {
        this.directory = directory;
        this.queries = queries;
        this.labels = labels;
        this.scope = scope;
        this.clock = clock;
    }

    /// @param version the directory compared with
    record Planned(ImportPlan plan, long version) {}

    Planned plan(SheetKind kind, byte[] content, Actor by) {
        List<SheetRow> rows = SheetReading.read(kind, content);
        while (true) {
            if (directory.snapshot().version != queries.version()) {
                directory.refresh();
            }
            long version = directory.snapshot().version;
            ImportScope reach = new ImportScope(directory, scope, by, clock.today());
            ImportPlan plan = switch (kind) {
                case AGENCIES -> new AgencyImport(directory, labels, reach).plan(rows);
                case OFFICERS -> new OfficerImport(directory, labels, reach).plan(rows);
            };
            if (directory.snapshot().version == version) {
                return new Planned(plan, version);
            }
        }
    }
}
