package vn.thongsuot.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.DirectorySearch;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.Listing;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.web.Refuses;
import vn.thongsuot.shared.web.Typed;

/// Officers for programs.
@RestController
@RequestMapping(path = "/api/officers", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("denyAll()")
@Tag(name = "Officers", description = "Cán bộ: officers and the posts they hold, as of any day")
class OfficerApiController {

    private final Directory directory;
    private final DirectorySearch search;
    private final Rows rows;
    private final BusinessClock clock;

    OfficerApiController(Directory directory, DirectorySearch search, Rows rows, BusinessClock clock) {
        this.directory = directory;
        this.search = search;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    @Operation(
            operationId = "listOfficers",
            summary = "Officers who hold a post on a day",
            description = "By given name, as Vietnamese lists are; best match first where `q` is given.")
    OfficerJson.Part index(
            @Parameter(description = "The day looked at; today of the business clock without it.")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "A name, with or without marks and capitals.") @RequestParam(defaultValue = "")
                    String q,
            @Parameter(description = "Those who hold a post in this agency.") @RequestParam(required = false) @Nullable
                    UUID agency,
            @Parameter(description = "`next` of the part before.") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "How many at most, 1 to 500.") @RequestParam(defaultValue = "50") int limit) {
        LocalDate day = asOf == null ? clock.today() : asOf;
        Predicate<OfficerView> wanted = agency == null ? _ -> true : search.membersOf(new AgencyId(agency), day);
        Listing<OfficerJson> found = search.officers(Typed.query(q), day, wanted, ApiParts.of(after, limit))
                .map(officer -> json(officer, day, holding -> holding.period().on(day)));
        return new OfficerJson.Part(found.items(), found.total(), found.next());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    @Operation(operationId = "getOfficer", summary = "One officer with every post, before, now and to come")
    @Refuses(of = OrganizationProblem.class, value = "OFFICER_ABSENT")
    OfficerJson show(@PathVariable UUID id) {
        OfficerView officer =
                directory.officer(new OfficerId(id)).orElseThrow(OrganizationProblem.OFFICER_ABSENT::because);
        return json(officer, clock.today(), _ -> true);
    }

    private OfficerJson json(OfficerView officer, LocalDate day, Predicate<HoldingView> shown) {
        List<OfficerJson.Held> posts = directory.holdings(officer.id()).stream()
                .filter(shown)
                .flatMap(holding -> directory.post(holding.post()).stream().map(post -> held(holding, post, day)))
                .toList();
        return new OfficerJson(officer.id().value(), officer.name(), posts);
    }

    private OfficerJson.Held held(HoldingView holding, PostView post, LocalDate day) {
        return new OfficerJson.Held(
                post.id().value(),
                post.title(),
                post.kind(),
                post.agency().value(),
                rows.name(post.agency(), day),
                post.unit(),
                holding.main(),
                holding.period().from(),
                holding.period().to());
    }
}
