package vn.thongsuot.organization.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.organization.ReorganisationContent.Seat;
import vn.thongsuot.organization.ReorganisationImpact;
import vn.thongsuot.organization.ReorganisationObstacle;
import vn.thongsuot.organization.ReorganisationPlans;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.organization.web.ImpactPage.Link;
import vn.thongsuot.organization.web.ImpactPage.Part;
import vn.thongsuot.organization.web.ImpactPage.Row;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Words;

/// Puts what a plan would do, or did, into words, one part and one page at a time.
@Component
class ImpactPages {

    private static final int ROWS = 50;

    private final ReorganisationPlans plans;
    private final ReorganisationPages pages;
    private final Directory directory;

    ImpactPages(ReorganisationPlans plans, ReorganisationPages pages, Directory directory) {
        this.plans = plans;
        this.pages = pages;
        this.directory = directory;
    }

    /// What the plan would do.
    ImpactPage forecast(ReorganisationView plan, Part part, String after) {
        ReorganisationImpact impact = plans.impact(plan);
        List<Row> rows = new ArrayList<>();
        int from = Cursor.read(after, 1) instanceof Cursor cursor ? number(cursor) : 0;
        rows(plan, impact, part).skip(from).limit(ROWS + 1L).forEach(rows::add);
        Page<Row> page = Page.cut(rows, ROWS, _ -> Cursor.of(from + ROWS));
        return new ImpactPage(
                plan,
                impact.counts(),
                impact.obstacles().size(),
                impact.turns().size(),
                impact.codes().size(),
                impact.vacant(),
                pages.due(plan),
                part,
                page.items(),
                page.next());
    }

    /// The plan itself, with the reason why a decision on it was refused.
    ModelAndView refused(ReorganisationView plan, String error) {
        return new ModelAndView("organization/reorganisation", "view", pages.refused(plan, error));
    }

    private static int number(Cursor cursor) {
        if (!cursor.part(0).matches("\\d{1,7}")) {
            throw SharedProblem.BAD_REQUEST.because("cursor");
        }
        return Integer.parseInt(cursor.part(0));
    }

    /// What the applied plan did to people.
    ImpactPage done(ReorganisationView plan, Part part, String after) {
        Page<ReorganisationPlans.Moved> moved = plans.moved(plan.id(), part == Part.OTHER_KIND, after, ROWS);
        ReorganisationImpact.Counts counts = plan.done();
        return new ImpactPage(
                plan,
                counts == null ? new ReorganisationImpact.Counts(0, 0, 0, 0, 0, 0, 0) : counts,
                0,
                0,
                0,
                0,
                true,
                part,
                moved.items().stream()
                        .map(move -> Row.of(person(move.officer()), post(move.from()), post(move.to())))
                        .toList(),
                moved.next());
    }

    private Stream<Row> rows(ReorganisationView plan, ReorganisationImpact impact, Part part) {
        return switch (part) {
            case OBSTACLES -> impact.obstacles().stream().map(obstacle -> obstacle(plan, impact, obstacle));
            case ENDED -> impact.endings().stream().map(ending -> ending(plan, impact, ending));
            case FOUNDED ->
                impact.foundings().stream()
                        .map(found -> new Row(
                                shorter(found.name()),
                                found.unitCode() == null ? "" : found.unitCode(),
                                name(impact, found.parent()),
                                false,
                                found.identifier() == null ? "organization.reorganisation.identifier-unknown" : null,
                                List.of()));
            case TURNED ->
                impact.turns().stream()
                        .map(turn -> Row.of(
                                turn.agency().shortName(),
                                turn.moves() ? name(impact, turn.agency().parent()) : "",
                                Stream.of(
                                                turn.renames() ? shorter(turn.name()) : "",
                                                turn.moves() ? name(impact, turn.parent()) : "")
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(" · "))));
            case PEOPLE -> impact.placements().stream().map(placement -> placement(plan, impact, placement));
            case OTHER_KIND ->
                impact.placements().stream()
                        .filter(ReorganisationImpact.Placement::otherKind)
                        .map(placement -> placement(plan, impact, placement));
            case CODES ->
                impact.codes().stream()
                        .map(code -> Row.of(code.code(), name(impact, code.before()), name(impact, code.after())));
        };
    }

    private Row obstacle(ReorganisationView plan, ReorganisationImpact impact, ReorganisationObstacle obstacle) {
        String base = ReorganisationController.page(plan.id());
        List<Link> links = new ArrayList<>();
        HoldingView holding = obstacle.holding();
        if (holding != null) {
            links.add(new Link(base + "/holdings/" + holding.id(), "organization.reorganisation.mend.holding"));
            links.add(new Link(base + "/rules/" + obstacle.agency(), "organization.reorganisation.mend.rule"));
        } else if (obstacle.step() != null) {
            links.add(new Link(base + "/steps/" + obstacle.step(), "organization.reorganisation.mend.step"));
        } else {
            links.add(new Link(
                    base + "/steps/new?kind=MOVE&agency=" + obstacle.agency(),
                    "organization.reorganisation.mend.child"));
        }
        return new Row(
                holding == null ? name(impact, obstacle.agency()) : person(holding.officer()),
                holding == null ? "" : post(holding.post()),
                Words.key("organization.reorganisation.obstacle.", obstacle.reason()),
                true,
                obstacle.detail(),
                links);
    }

    private Row ending(ReorganisationView plan, ReorganisationImpact impact, ReorganisationImpact.Ending ending) {
        String heirs =
                ending.heirs().stream().map(heir -> name(impact, heir.agency())).collect(Collectors.joining("; "));
        boolean sure = ending.heirs().stream().allMatch(ReorganisationImpact.Heir::confirmed);
        return new Row(
                ending.agency().shortName(),
                ending.agency().identifier(plan.on().minusDays(1)).orElse(""),
                heirs.isEmpty() ? "organization.reorganisation.no-heir" : heirs,
                heirs.isEmpty(),
                sure ? null : "organization.reorganisation.unconfirmed",
                List.of(new Link(
                        ReorganisationController.page(plan.id()) + "/rules/"
                                + ending.agency().id(),
                        "organization.reorganisation.mend.rule")));
    }

    private Row placement(
            ReorganisationView plan, ReorganisationImpact impact, ReorganisationImpact.Placement placement) {
        Seat seat = placement.to();
        return new Row(
                person(placement.holding().officer()),
                post(placement.from().id()),
                Stream.of(seat.title(), seat.unit(), name(impact, seat.agency()))
                        .filter(text -> text != null && !text.isEmpty())
                        .collect(Collectors.joining(", ")),
                false,
                placement.byHand() ? "organization.reorganisation.by-hand" : null,
                List.of(new Link(
                        ReorganisationController.page(plan.id()) + "/holdings/"
                                + placement.holding().id(),
                        "organization.reorganisation.mend.holding")));
    }

    private String name(ReorganisationImpact impact, @org.jspecify.annotations.Nullable AgencyId agency) {
        return agency == null
                ? ""
                : impact.name(agency)
                        .or(() -> directory.agency(agency).map(AgencyView::name))
                        .map(ImpactPages::shorter)
                        .orElse("");
    }

    private static String shorter(String name) {
        return name.replace("Ủy ban nhân dân", "UBND");
    }

    String person(OfficerId officer) {
        return directory.officer(officer).map(OfficerView::name).orElse("");
    }

    String post(PostId id) {
        return directory.post(id).map(this::post).orElse("");
    }

    private String post(PostView post) {
        return post.title() + ", "
                + directory
                        .agency(post.agency(), post.period().from())
                        .or(() -> directory.agency(post.agency()))
                        .map(AgencyView::shortName)
                        .orElse("");
    }
}
