package vn.thongsuot.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.audit.Trail;
import vn.thongsuot.audit.TrailEntry;
import vn.thongsuot.audit.TrailFilter;
import vn.thongsuot.inspection.InspectionProblem;
import vn.thongsuot.inspection.Remit;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Thing;

/// The auditor's list: who did what with what, when, and what proves it.
@Controller
@RequestMapping(LogController.PATH)
@PreAuthorize("denyAll()")
class LogController {

    static final String PATH = "/inspection/log";

    private static final int ROWS = 25;
    private static final int CHOICES = 6;
    private static final int LONGEST = 120;
    private static final int WEEK = 7;

    private final Trail trail;
    private final Remit remit;
    private final LogLines lines;
    private final Directory directory;
    private final BusinessClock clock;

    LogController(Trail trail, Remit remit, LogLines lines, Directory directory, BusinessClock clock) {
        this.trail = trail;
        this.remit = remit;
        this.lines = lines;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    ModelAndView show(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Actor auditor,
            Locale locale,
            HttpServletResponse response) {
        LogQuery asked = LogQuery.of(parameters);
        List<LogView.Wrong> wrong = asked.wrong();
        LogQuery query =
                bounded(wrong.isEmpty() ? asked : asked.with("from", "").with("to", ""), auditor);
        TrailFilter filter = query.filter();
        if (!remit.reaches(auditor, filter.agency())) {
            throw InspectionProblem.OUTSIDE_YOUR_INSPECTION.because();
        }
        String typed = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        List<LogView.Choice> found = found(typed, query, auditor);
        if (found.size() == 1 && wrong.isEmpty()) {
            return new ModelAndView("redirect:" + found.getFirst().href());
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        Page<TrailEntry> page = wrong.isEmpty() ? trail.find(filter, cursor, ROWS) : new Page<>(List.of(), null);
        return new ModelAndView(
                "inspection/log",
                "view",
                new LogView(
                        lines.lines(page.items(), locale),
                        typed,
                        found,
                        chosen(query, locale),
                        events(query, locale),
                        asked.text("from"),
                        asked.text("to"),
                        presets(query),
                        kept(query),
                        page.next() == null ? null : query.href(PATH, page.next()),
                        cursor == null ? null : query.href(PATH, null),
                        !remit.everything(auditor),
                        wrong));
    }

    /// Who inspects less than everything reads one agency at a time, at first their own.
    private LogQuery bounded(LogQuery query, Actor auditor) {
        AgencyId first = remit.first(auditor);
        return first == null || query.has("agency") ? query : query.with("agency", first.toString());
    }

    private List<LogView.Choice> found(String typed, LogQuery query, Actor auditor) {
        LocalDate day = Optional.ofNullable(query.day("to")).orElse(clock.today());
        List<LogView.Choice> found = new ArrayList<>();
        directory
                .searchOfficers(typed, day, CHOICES)
                .forEach(officer -> found.add(new LogView.Choice(
                        "inspection.filter.person",
                        officer.name()
                                + directory.holdings(officer.id()).stream()
                                        .filter(holding -> holding.period().on(day))
                                        .findFirst()
                                        .flatMap(holding -> directory.post(holding.post()))
                                        .flatMap(post -> directory
                                                .agency(post.agency())
                                                .map(agency -> " · " + agency.shortName()))
                                        .orElse(""),
                        "user",
                        query.with("person", officer.id().toString()).href(PATH, null))));
        directory.searchAgencies(typed, day, CHOICES).stream()
                .filter(agency -> remit.reaches(auditor, agency.id()))
                .forEach(agency -> found.add(new LogView.Choice(
                        "inspection.filter.agency",
                        agency.shortName(),
                        "building",
                        query.with("agency", agency.id().toString()).href(PATH, null))));
        return found;
    }

    private List<LogView.Choice> chosen(LogQuery query, Locale locale) {
        List<LogView.Choice> chosen = new ArrayList<>();
        named(query, "person", "officer")
                .ifPresent(name -> chosen.add(new LogView.Choice(
                        "inspection.filter.person",
                        name,
                        "user",
                        query.with("person", "").href(PATH, null))));
        named(query, "agency", "agency")
                .ifPresent(name -> chosen.add(new LogView.Choice(
                        "inspection.filter.agency",
                        name,
                        "building",
                        query.with("agency", "").href(PATH, null))));
        if (query.has("kind") && query.has("thing")) {
            Thing thing = new Thing(query.text("kind"), query.text("thing"));
            String name = lines.named(thing).map(named -> named.name()).orElse(thing.id());
            chosen.add(new LogView.Choice(
                    "inspection.filter.thing",
                    name,
                    "folder",
                    query.with("kind", "").with("thing", "").href(PATH, null)));
        }
        if (query.has("event")) {
            chosen.add(new LogView.Choice(
                    "inspection.filter.event",
                    lines.event(query.text("event"), locale),
                    "activity",
                    query.with("event", "").href(PATH, null)));
        }
        return chosen;
    }

    private Optional<String> named(LogQuery query, String name, String kind) {
        return query.has(name)
                ? Optional.of(lines.named(new Thing(kind, query.text(name)))
                        .map(named -> named.name())
                        .orElse(query.text(name)))
                : Optional.empty();
    }

    private List<LogView.Event> events(LogQuery query, Locale locale) {
        return trail.events().stream()
                .map(event -> new LogView.Event(event, lines.event(event, locale), event.equals(query.text("event"))))
                .sorted(Comparator.comparing(LogView.Event::words))
                .toList();
    }

    private List<LogView.Preset> presets(LogQuery query) {
        LocalDate today = clock.today();
        return List.of(
                preset("inspection.span.today", query, today, today),
                preset("inspection.span.week", query, today.minusDays(WEEK - 1), today),
                preset("inspection.span.all", query, null, null));
    }

    private static LogView.Preset preset(
            String title, LogQuery query, @Nullable LocalDate from, @Nullable LocalDate to) {
        boolean chosen = query.says("from", from) && query.says("to", to);
        return new LogView.Preset(
                title, query.with("from", text(from)).with("to", text(to)).href(PATH, null), chosen);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /// What the form does not show but must not lose.
    private static List<LogView.Kept> kept(LogQuery query) {
        return query.values().entrySet().stream()
                .filter(value -> !List.of("event", "from", "to").contains(value.getKey()))
                .map(value -> new LogView.Kept(value.getKey(), value.getValue()))
                .toList();
    }
}
