package vn.thongsuot.scoring.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.dossier.DossierPermission;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.scoring.Indicator;
import vn.thongsuot.scoring.LiveScores;
import vn.thongsuot.scoring.LostPoint;
import vn.thongsuot.scoring.ScoreBoard;
import vn.thongsuot.scoring.ScorePeriod;
import vn.thongsuot.scoring.ScoringPermission;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.web.Typed;

/// The points of one agency, and to those who answer for it the dossiers that lost them.
@Controller
@PreAuthorize("denyAll()")
class AgencyScoresController {

    private static final int PER_PART = 25;

    private final LiveScores live;
    private final ScorePages pages;
    private final Procedures procedures;
    private final Authority authority;
    private final BusinessClock clock;

    AgencyScoresController(
            LiveScores live, ScorePages pages, Procedures procedures, Authority authority, BusinessClock clock) {
        this.live = live;
        this.pages = pages;
        this.procedures = procedures;
        this.authority = authority;
        this.clock = clock;
    }

    @GetMapping("/scores/agencies/{id}")
    @PreAuthorize("hasAuthority('SCORE_VIEW')")
    ModelAndView show(@PathVariable UUID id, Typed typed, Actor reader, Locale locale) {
        AgencyId agency = new AgencyId(id);
        pages.need(agency);
        ScoreBoard board = live.board(ScoresController.period(typed, clock));
        ScoreBoard.Line line = board.agencies().stream()
                .filter(one -> agency.equals(one.agency()))
                .findFirst()
                .orElseGet(() -> board.nothing(agency));
        String path = "/scores/agencies/" + id;
        boolean opens = authority.allows(reader, DossierPermission.DOSSIER_VIEW, agency);
        boolean explains = opens || authority.allows(reader, ScoringPermission.SCORE_EXPLAIN, agency);
        List<ScoresView.Line> lines =
                pages.lines(board, line, explains ? path + "?period=" + board.period() + "&indicator=" : null);
        return new ModelAndView(
                "scoring/board",
                "view",
                new ScoresView(
                        ScorePages.self(path, board.period(), typed, "indicator", "after"),
                        pages.periods(board.period(), path, locale),
                        board.rules(),
                        board.at(),
                        pages.name(agency),
                        line.tally().received(),
                        ScorePages.points(lines),
                        ScorePages.most(lines),
                        lines,
                        new ScoresView.Agencies("", List.of(), 0),
                        explains ? lost(board.period(), agency, lines, typed, opens) : null));
    }

    /// The dossiers that the chosen indicator misses, or else the first that misses any; null where nothing is lost.
    private ScoresView.@Nullable Lost lost(
            ScorePeriod period, AgencyId agency, List<ScoresView.Line> lines, Typed typed, boolean opens) {
        List<ScoresView.Line> losing =
                lines.stream().filter(line -> line.href() != null).toList();
        if (losing.isEmpty()) {
            return null;
        }
        Indicator chosen = typed.given("indicator")
                ? typed.choice("indicator", Indicator.class)
                : losing.getFirst().indicator();
        if (!ScoreBoard.LIVE.contains(chosen)) {
            throw SharedProblem.CHOICE_MISSING.because(chosen.name());
        }
        Page<LostPoint> found = live.lost(period, agency, chosen, typed.orNull("after"), PER_PART);
        String base = "/scores/agencies/" + agency + "?period=" + period + "&indicator=";
        return new ScoresView.Lost(
                chosen,
                losing.stream()
                        .map(line -> new ScoresView.Choice(
                                line.title(), base + line.indicator().name(), line.indicator() == chosen))
                        .toList(),
                found.items().stream().map(lost -> row(lost, opens)).toList(),
                found.next() == null ? null : base + chosen.name() + "&after=" + found.next());
    }

    private ScoresView.LostRow row(LostPoint lost, boolean opens) {
        return new ScoresView.LostRow(
                lost.code(),
                opens ? "/dossiers/" + lost.dossier() : null,
                procedures
                        .find(new ProcedureCode(lost.procedure()))
                        .map(ProcedureVersion::name)
                        .orElse(lost.procedure()),
                lost.due(),
                lost.halted());
    }
}
