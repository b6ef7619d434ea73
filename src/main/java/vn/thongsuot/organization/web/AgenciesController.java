package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.DirectorySearch;
import vn.thongsuot.organization.Listing;
import vn.thongsuot.organization.web.AgenciesView.LevelCount;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// The directory's first page: the tree, and what was looked for.
@Controller
@RequestMapping("/directory")
@PreAuthorize("denyAll()")
class AgenciesController {

    private static final int PER_PART = 50;
    private static final int PEOPLE = 8;
    private static final int OTHER_DAYS = 10;

    private final Directory directory;
    private final DirectorySearch search;
    private final Trees trees;
    private final Rows rows;
    private final BusinessClock clock;

    AgenciesController(Directory directory, DirectorySearch search, Trees trees, Rows rows, BusinessClock clock) {
        this.directory = directory;
        this.search = search;
        this.trees = trees;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    String home() {
        return "redirect:/directory/agencies";
    }

    @GetMapping("/agencies")
    @PreAuthorize("hasAuthority('DIRECTORY_VIEW')")
    ModelAndView index(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable AgencyLevel level,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable String after,
            HttpServletResponse response) {
        AsOf on = AsOf.typed(asOf, directory, clock, response);
        String query = Typed.query(q);
        boolean looked = !query.isEmpty() || level != null || parent != null;
        Listing<AgencyRow> found = looked
                ? search.agencies(query, on.day(), wanted(level, parent), new Listing.Part(after, PER_PART))
                        .map(agency -> rows.of(agency, on))
                : null;
        Listing<OfficerRow> people = query.isEmpty()
                ? new Listing<>(List.of(), 0, null)
                : search.officers(query, on.day(), _ -> true, new Listing.Part(null, PEOPLE))
                        .map(officer -> rows.of(officer, on));
        AgenciesView view = new AgenciesView(
                on,
                trees.of(on, parent == null ? null : new AgencyId(parent)),
                directory.agencyCount(on.day()),
                directory.officerCount(on.day()),
                query,
                levels(on, level),
                found,
                found == null || found.next() == null ? null : next(on, query, level, parent, found.next()),
                people,
                search.agenciesOfOtherDays(query, on.day(), OTHER_DAYS));
        return new ModelAndView("organization/agencies", "view", view);
    }

    private static Predicate<AgencyView> wanted(@Nullable AgencyLevel level, @Nullable UUID parent) {
        AgencyId above = parent == null ? null : new AgencyId(parent);
        return agency -> (level == null || agency.level() == level) && (above == null || above.equals(agency.parent()));
    }

    private List<LevelCount> levels(AsOf asOf, @Nullable AgencyLevel chosen) {
        LocalDate day = asOf.day();
        return Arrays.stream(AgencyLevel.values())
                .map(level -> new LevelCount(
                        Words.key("organization.level.", level),
                        search.agencies("", day, agency -> agency.level() == level, new Listing.Part(null, 0))
                                .total(),
                        asOf.link("/directory/agencies?level=" + level),
                        level == chosen))
                .filter(level -> level.count() > 0)
                .toList();
    }

    private static String next(
            AsOf asOf, String query, @Nullable AgencyLevel level, @Nullable UUID parent, String after) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("q", query);
        fields.put("level", level == null ? "" : level.name());
        fields.put("parent", parent == null ? "" : parent.toString());
        fields.put("after", after);
        return asOf.list("/directory/agencies", fields);
    }
}
