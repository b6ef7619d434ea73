package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;

/// The agency that handles a dossier: what it is called in codes, and when something is due there.
@Component
class Office {

    private final Directory directory;
    private final Calendars calendars;
    private final Procedures procedures;

    Office(Directory directory, Calendars calendars, Procedures procedures) {
        this.directory = directory;
        this.procedures = procedures;
        this.calendars = calendars;
    }

    /// Its identifier at `at`, by QĐ 20/2020/QĐ-TTg. Refuses an agency without one.
    String identifier(AgencyId agency, Instant at) {
        return directory
                .agency(agency)
                .flatMap(found -> found.identifier(at.atZone(BusinessClock.ZONE).toLocalDate()))
                .orElseThrow(DossierProblem.AGENCY_WITHOUT_CODE::because);
    }

    /// The papers that stay in dossiers of `procedure`, also those that are asked for only sometimes.
    List<ProcedureParts.Component> papers(ProcedureCode procedure) {
        return procedures
                .find(procedure)
                .map(ProcedureVersion::parts)
                .map(parts -> parts.components().stream()
                        .filter(component -> component.handling() == ProcedureParts.Handling.SUBMITTED)
                        .toList())
                .orElse(List.of());
    }

    /// When what begins at `from` is due by the calendar the agency keeps.
    Deadline deadline(AgencyId agency, Instant from, TimeLimit limit) {
        CalendarId kept = directory
                .agency(agency)
                .map(AgencyView::calendar)
                .map(CalendarId::new)
                .filter(calendars::has)
                .orElse(CalendarId.PROVINCE);
        return calendars.of(kept).deadline(from, limit);
    }
}
