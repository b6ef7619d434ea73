package vn.thongsuot.scoring.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.scoring.LiveScores;
import vn.thongsuot.scoring.ScoreBoard;
import vn.thongsuot.scoring.ScorePeriod;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.Typed;

/// The points of the province and its agencies, live.
@Controller
@RequestMapping("/scores")
@PreAuthorize("denyAll()")
class ScoresController {

    private static final String[] HEADS = {
        "Cơ quan",
        "Hồ sơ tiếp nhận",
        "Đúng hạn",
        "Kết quả điện tử",
        "Số hóa",
        "Điểm đúng hạn",
        "Điểm kết quả điện tử",
        "Điểm số hóa"
    };

    private final LiveScores live;
    private final ScorePages pages;
    private final BusinessClock clock;

    ScoresController(LiveScores live, ScorePages pages, BusinessClock clock) {
        this.live = live;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCORE_VIEW')")
    ModelAndView index(Typed typed, Locale locale) {
        ScoreBoard board = live.board(period(typed, clock));
        List<ScoresView.Line> lines = pages.lines(board, board.province(), null);
        return new ModelAndView(
                "scoring/board",
                "view",
                new ScoresView(
                        ScorePages.self("/scores", board.period(), typed, "q", "all"),
                        pages.periods(board.period(), "/scores", locale),
                        board.rules(),
                        board.at(),
                        null,
                        board.province().tally().received(),
                        ScorePages.points(lines),
                        ScorePages.most(lines),
                        lines,
                        pages.agencies(board, Typed.query(typed.text("q")), typed.given("all")),
                        null));
    }

    static ScorePeriod period(Typed typed, BusinessClock clock) {
        return typed.given("period") ? ScorePeriod.of(typed.text("period")) : ScorePeriod.month(clock.today());
    }

    /// Every agency's counts and points, for spreadsheets.
    @GetMapping("/export.csv")
    @PreAuthorize("hasAuthority('SCORE_VIEW')")
    ResponseEntity<byte[]> export(Typed typed) {
        ScoreBoard board = live.board(period(typed, clock));
        StringWriter table = new StringWriter();
        table.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(table)) {
            csv.writeRecord(HEADS);
            board.agencies().forEach(line -> csv.writeRecord(row(pages.row(board, line))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("chi-so-" + board.period() + ".csv")
                                .build()
                                .toString())
                .body(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> row(ScoresView.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.name(), Long.toString(row.received())));
        row.lines().forEach(line -> cells.add(Long.toString(line.counted())));
        row.lines()
                .forEach(line -> cells.add(
                        line.points() == null
                                ? ""
                                : line.points().toPlainString().replace('.', ',')));
        return cells;
    }
}
