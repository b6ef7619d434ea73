package vn.thongsuot.scoring.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.scoring.Indicator;
import vn.thongsuot.scoring.Rule;
import vn.thongsuot.scoring.Score;
import vn.thongsuot.scoring.ScoreBoard;
import vn.thongsuot.scoring.ScorePeriod;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// Says in people's words what the boards hold.
@Component
class ScorePages {

    private static final int AT_FIRST = 25;

    private final Directory directory;
    private final Words words;
    private final BusinessClock clock;

    ScorePages(Directory directory, Words words, BusinessClock clock) {
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /// The whole address of a page, whatever was left out of the one it was asked by.
    static String self(String path, ScorePeriod period, Typed typed, String... names) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("period", period);
        Map<String, String> values = new HashMap<>();
        for (String name : names) {
            if (typed.given(name)) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, typed.text(name));
            }
        }
        return address.encode().buildAndExpand(values).toUriString();
    }

    /// @param path without a query
    ScoresView.Periods periods(ScorePeriod period, String path, Locale locale) {
        LocalDate today = clock.today();
        return new ScoresView.Periods(
                period.text(words, locale),
                period.toString(),
                path + "?period=" + period.before(),
                path + "?period=" + period.after(),
                List.of(ScorePeriod.month(today), ScorePeriod.quarter(today), ScorePeriod.year(today)).stream()
                        .map(other -> new ScoresView.Choice(
                                other.text(words, locale), path + "?period=" + other, other.equals(period)))
                        .toList());
    }

    /// @param base the address of the lists of dossiers, ready for an indicator's name; null for none
    List<ScoresView.Line> lines(ScoreBoard board, ScoreBoard.Line line, @Nullable String base) {
        return ScoreBoard.LIVE.stream()
                .map(indicator -> {
                    Score score = line.sheet().of(indicator);
                    long lost = line.tally().lost(indicator);
                    return new ScoresView.Line(
                            indicator,
                            line.tally().received() - lost,
                            lost,
                            score.ratio(),
                            score.shown(),
                            most(board, indicator),
                            base == null || lost == 0 ? null : base + indicator.name());
                })
                .toList();
    }

    private static BigDecimal most(ScoreBoard board, Indicator indicator) {
        return board.rules().rules().stream()
                .filter(rule -> rule.indicator() == indicator)
                .map(Rule::points)
                .findFirst()
                .orElseThrow();
    }

    /// The sum of what is shown.
    static BigDecimal points(List<ScoresView.Line> lines) {
        return lines.stream()
                .map(ScoresView.Line::points)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal most(List<ScoresView.Line> lines) {
        return lines.stream().map(ScoresView.Line::most).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    ScoresView.Agencies agencies(ScoreBoard board, String query, boolean all) {
        Folded wanted = Folded.of(query);
        List<ScoresView.Row> rows = board.agencies().stream()
                .map(line -> row(board, line))
                .filter(row -> query.isEmpty() || Folded.of(row.name()).rank(wanted) >= 0)
                .toList();
        boolean cut = !all && rows.size() > AT_FIRST;
        return new ScoresView.Agencies(query, cut ? rows.subList(0, AT_FIRST) : rows, cut ? rows.size() - AT_FIRST : 0);
    }

    ScoresView.Row row(ScoreBoard board, ScoreBoard.Line line) {
        AgencyId agency = Objects.requireNonNull(line.agency());
        List<ScoresView.Line> lines = lines(board, line, null);
        return new ScoresView.Row(
                name(agency),
                "/scores/agencies/" + agency + "?period=" + board.period(),
                line.tally().received(),
                lines,
                points(lines),
                line.lost());
    }

    /// Refuses an agency there is not.
    void need(AgencyId agency) {
        if (directory.agency(agency).isEmpty()) {
            throw OrganizationProblem.AGENCY_ABSENT.because(agency);
        }
    }

    String name(AgencyId agency) {
        return directory.agency(agency).map(AgencyView::shortName).orElse(agency.toString());
    }
}
