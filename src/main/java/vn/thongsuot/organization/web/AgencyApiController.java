package vn.thongsuot.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyState;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.DirectorySearch;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.Refuses;
import vn.thongsuot.shared.web.Typed;

/// Agencies for programs.
@RestController
@RequestMapping(path = "/api/agencies", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("denyAll()")
@Tag(name = "Agencies", description = "Cơ quan: agencies, their codes and what became of them, as of any day")
class AgencyApiController {

    private final Directory directory;
    private final DirectorySearch search;
    private final BusinessClock clock;

    AgencyApiController(Directory directory, DirectorySearch search, BusinessClock clock) {
        this.directory = directory;
        this.search = search;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    @Operation(
            operationId = "listAgencies",
            summary = "Agencies in force on a day",
            description = "By level and identifier; best match first where `q` is given.")
    AgencyJson.Part index(
            @Parameter(description = "The day looked at; today of the business clock without it.")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "A name or code, with or without marks and capitals.")
                    @RequestParam(defaultValue = "")
                    String q,
            @RequestParam(required = false) @Nullable AgencyLevel level,
            @Parameter(description = "Those directly under this agency.") @RequestParam(required = false) @Nullable
                    UUID parent,
            @Parameter(description = "`next` of the part before.") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "How many at most, 1 to 500.") @RequestParam(defaultValue = "50") int limit) {
        LocalDate day = asOf == null ? clock.today() : asOf;
        AgencyId above = parent == null ? null : new AgencyId(parent);
        return AgencyJson.Part.of(
                search.agencies(
                        Typed.query(q),
                        day,
                        agency -> (level == null || agency.level() == level)
                                && (above == null || above.equals(agency.parent())),
                        ApiParts.of(after, limit)),
                day);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    @Operation(
            operationId = "getAgency",
            summary = "One agency on a day, with its life, units, predecessors and successors")
    @Refuses(of = OrganizationProblem.class, value = "AGENCY_ABSENT")
    AgencyJson.Whole show(
            @PathVariable UUID id,
            @Parameter(description = "The day looked at; today of the business clock without it.")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf) {
        LocalDate day = asOf == null ? clock.today() : asOf;
        AgencyId agency = new AgencyId(id);
        List<AgencyState> life = directory.life(agency);
        AgencyState state = AgencyPages.nearest(life, day);
        return new AgencyJson.Whole(
                AgencyJson.of(state.view(), day),
                state.during().on(day),
                life.stream().map(AgencyJson.Stage::of).toList(),
                directory.units(agency, day).stream().map(AgencyJson.Unit::of).toList(),
                AgencyJson.Kin.predecessors(directory.predecessors(agency)),
                AgencyJson.Kin.successors(directory.successors(agency)));
    }
}
