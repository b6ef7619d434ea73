package vn.thongsuot.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.SearchSource;
import vn.thongsuot.shared.SignedIn;

/// Ctrl K: goes to a page, an agency, an officer, whatever the modules can find. As a page of its own for whoever
/// has no script.
@Controller
@RequestMapping("/search")
@PreAuthorize("denyAll()")
class PaletteController {

    private static final int PER_GROUP = 6;
    private static final int LONGEST = 120;

    private final Shells shells;
    private final List<SearchSource> sources;

    PaletteController(Shells shells, List<SearchSource> sources) {
        this.shells = shells;
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
    }

    @GetMapping
    @PreAuthorize("hasAuthority('PALETTE_USE')")
    ModelAndView show(@RequestParam(defaultValue = "") String q, SignedIn person, HttpServletRequest request) {
        String query = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        List<PaletteView.Group> groups = new ArrayList<>();
        add(groups, "shared.palette.pages", pages(query, request));
        if (!query.isEmpty()) {
            for (SearchSource source : sources) {
                add(groups, source.title(), source.search(person.actor(), query, PER_GROUP));
            }
        }
        boolean fragment = "true".equals(request.getHeader("HX-Request"));
        return new ModelAndView(fragment ? "shared/palette" : "shared/search", "view", new PaletteView(query, groups));
    }

    private List<SearchSource.Hit> pages(String query, HttpServletRequest request) {
        Shell shell = shells.of(request);
        Folded asked = Folded.of(query);
        record Ranked(SearchSource.Hit hit, int rank) {}
        return shell.menu().stream()
                .flatMap(group -> group.items().stream())
                .map(item -> new Ranked(
                        new SearchSource.Hit(shell.t(item.title()), "", item.href(), item.icon()),
                        asked.plain().isEmpty()
                                ? 0
                                : Folded.of(shell.t(item.title())).rank(asked)))
                .filter(ranked -> ranked.rank() >= 0)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::hit)
                .toList();
    }

    private static void add(List<PaletteView.Group> groups, String title, List<SearchSource.Hit> hits) {
        if (!hits.isEmpty()) {
            groups.add(new PaletteView.Group(title, hits));
        }
    }
}
