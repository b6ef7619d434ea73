package vn.thongsuot.scoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thongsuot.scoring.LiveScores;
import vn.thongsuot.scoring.RuleSet;
import vn.thongsuot.scoring.ScorePeriod;
import vn.thongsuot.scoring.Scores;
import vn.thongsuot.scoring.ScoringProblem;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.Refuses;

/// The index for programs.
@RestController
@RequestMapping(path = "/api/scores", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("denyAll()")
@Tag(name = "Scores", description = "Chỉ số phục vụ (766): the rules by edition, and what counts are worth")
class ScoreApiController {

    private final Scores scores;
    private final LiveScores live;
    private final BusinessClock clock;

    ScoreApiController(Scores scores, LiveScores live, BusinessClock clock) {
        this.scores = scores;
        this.live = live;
        this.clock = clock;
    }

    @PostMapping(path = "/trial", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('SCORE_VIEW')")
    @Operation(
            operationId = "tryScores",
            summary = "Points for counts, under one edition of the rules",
            description = "Changes nothing. An indicator that is not counted has null for its ratio and points and is "
                    + "left out of the sums.")
    @Refuses(
            of = ScoringProblem.class,
            value = {
                "RULES_UNKNOWN",
                "RULES_NOT_YET",
                "INDICATOR_UNKNOWN",
                "COUNTS_MISSING",
                "COUNT_INVALID",
                "COUNT_INCOMPLETE",
                "PART_EXCEEDS_WHOLE"
            })
    ScoreJson.Sheet create(@RequestBody ScoreJson.Trial trial) {
        return ScoreJson.Sheet.of(rules(trial).score(trial.read()));
    }

    @GetMapping("/points")
    @PreAuthorize("hasAuthority('SCORE_VIEW')")
    @Operation(
            operationId = "listScorePoints",
            summary = "The points of a period as they are now, of the province and of each agency",
            description =
                    "Only what is counted live: on-time handling, electronic results, digitisation. The period is "
                            + "2024-11, 2024-Q4 or 2024; without one it is this month.")
    @Refuses(
            of = ScoringProblem.class,
            value = {"PERIOD_UNREADABLE", "RULES_NOT_YET"})
    ScoreJson.Board points(@RequestParam(required = false) @Nullable String period) {
        return ScoreJson.Board.of(
                live.board(period == null ? ScorePeriod.month(clock.today()) : ScorePeriod.of(period)));
    }

    @GetMapping("/rules")
    @PreAuthorize("hasAuthority('SCORE_VIEW')")
    @Operation(operationId = "listScoreRules", summary = "Every edition of the rules, the newest first")
    ScoreJson.Editions index() {
        return ScoreJson.Editions.of(scores.editions());
    }

    private RuleSet rules(ScoreJson.Trial trial) {
        String id = trial.rules();
        LocalDate day = trial.on();
        return id != null ? scores.edition(id) : scores.on(day == null ? clock.today() : day);
    }
}
