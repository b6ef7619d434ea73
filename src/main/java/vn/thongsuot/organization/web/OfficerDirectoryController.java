package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.DirectorySearch;
import vn.thongsuot.organization.Listing;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.Organization;
import vn.thongsuot.organization.OrganizationPermission;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Typed;

/// Officers: all who hold a post on a day, and the page of each.
@Controller
@RequestMapping("/directory/officers")
@PreAuthorize("denyAll()")
class OfficerDirectoryController {

    private static final int PER_PART = 50;
    private static final int OTHER_DAYS = 10;

    private final Directory directory;
    private final DirectorySearch search;
    private final Rows rows;
    private final Organization organization;
    private final BusinessClock clock;

    OfficerDirectoryController(
            Directory directory, DirectorySearch search, Rows rows, Organization organization, BusinessClock clock) {
        this.directory = directory;
        this.search = search;
        this.rows = rows;
        this.organization = organization;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    ModelAndView index(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID agency,
            @RequestParam(required = false) @Nullable String after,
            HttpServletResponse response) {
        AsOf on = AsOf.typed(asOf, directory, clock, response);
        String query = Typed.query(q);
        AgencyId within = agency == null ? null : new AgencyId(agency);
        Listing<OfficerRow> found = search.officers(
                        query,
                        on.day(),
                        within == null ? _ -> true : search.membersOf(within, on.day()),
                        new Listing.Part(after, PER_PART))
                .map(officer -> rows.of(officer, on));
        OfficersView view = new OfficersView(
                on,
                query,
                within == null
                        ? null
                        : new AgencyPage.Link(rows.name(within, on.day()), on.link(AgencyForms.page(within))),
                found,
                found.next() == null ? null : next(on, query, within, found.next()),
                search.officersOfOtherDays(query, on.day(), OTHER_DAYS).stream()
                        .map(officer -> rows.of(officer, on))
                        .toList());
        return new ModelAndView("organization/officers", "view", view);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String asOf,
            SignedIn person,
            HttpServletResponse response) {
        AsOf on = AsOf.typed(asOf, directory, clock, response);
        OfficerView officer =
                directory.officer(new OfficerId(id)).orElseThrow(OrganizationProblem.OFFICER_ABSENT::because);
        boolean manage = person.permissions().contains(OrganizationPermission.ORGANIZATION_MANAGE.name());
        List<OfficerPage.Held> holdings = directory.holdings(officer.id()).stream()
                .map(holding -> rows.held(holding, on))
                .map(held -> held.changeable(manage
                        && held.holding().period().to() == null
                        && organization.mayChange(held.post().agency(), person.actor())))
                .toList();
        return new ModelAndView(
                "organization/officer",
                "view",
                new OfficerPage(
                        on,
                        officer,
                        holdings.stream().filter(OfficerPage.Held::now).toList(),
                        holdings.stream().filter(held -> !held.now()).toList()));
    }

    private static String next(AsOf asOf, String query, @Nullable AgencyId agency, String after) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("q", query);
        fields.put("agency", agency == null ? "" : agency.toString());
        fields.put("after", after);
        return asOf.list("/directory/officers", fields);
    }
}
