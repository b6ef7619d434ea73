package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import vn.thongsuot.organization.Organization;
import vn.thongsuot.organization.OrganizationPermission;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SignedIn;

/// The page of one agency on any day, and the branches of the tree beside it.
@Controller
@RequestMapping("/directory")
@PreAuthorize("denyAll()")
class AgencyDirectoryController {

    private final AgencyPages pages;
    private final Trees trees;
    private final Directory directory;
    private final Organization organization;
    private final BusinessClock clock;

    AgencyDirectoryController(
            AgencyPages pages, Trees trees, Directory directory, Organization organization, BusinessClock clock) {
        this.pages = pages;
        this.trees = trees;
        this.directory = directory;
        this.organization = organization;
        this.clock = clock;
    }

    @GetMapping("/agencies/{id}")
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String after,
            SignedIn person,
            HttpServletResponse response) {
        AgencyId agency = new AgencyId(id);
        boolean manage = person.permissions().contains(OrganizationPermission.ORGANIZATION_MANAGE.name())
                && organization.mayChange(agency, person.actor());
        return new ModelAndView(
                "organization/agency",
                "view",
                pages.of(agency, AsOf.typed(asOf, directory, clock, response), unit, after, manage));
    }

    /// One branch of the tree, opened or closed, to be put in place of itself.
    @GetMapping("/tree/{id}")
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    ModelAndView branch(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String asOf) {
        AsOf day = AsOf.of(asOf, directory, clock);
        return directory
                .agency(new AgencyId(id), day.day())
                .map(agency ->
                        new ModelAndView("organization/branches", "branches", List.of(trees.branch(day, agency, open))))
                .orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
    }
}
