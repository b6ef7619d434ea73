package vn.thongsuot.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.thongsuot.dossier.DossierEvent;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Signals;

/// **Điểm trực tiếp.** Counts what happens to dossiers as it happens: an event is only a hint to read the dossier's
/// facts, so that events that are lost, doubled or out of order change nothing for long. Boards are kept in memory on
/// every node until something was counted anew.
@Component
public class LiveScores {

    /// The topic announced when any dossier counts for something else.
    public static final String TOPIC = "scoring";

    /// How long a board holds without any change: dossiers become late by themselves.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final int MOST_KEPT = 64;
    private static final int LOCKS = 16;

    private final Dossiers dossiers;
    private final Contributions contributions;
    private final Scores scores;
    private final BusinessClock clock;
    private final AtomicLong changes = new AtomicLong();
    private final Map<ScorePeriod, Kept> kept = new ConcurrentHashMap<>();
    private final ReentrantLock[] counting =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /// @param change the number of the newest change it contains
    private record Kept(ScoreBoard board, long change) {}

    LiveScores(Dossiers dossiers, Contributions contributions, Scores scores, BusinessClock clock, Signals signals) {
        this.dossiers = dossiers;
        this.contributions = contributions;
        this.scores = scores;
        this.clock = clock;
        signals.on(TOPIC, changes::incrementAndGet);
    }

    @ApplicationModuleListener
    void on(DossierEvent event) {
        dossiers.facts(event.dossier()).ifPresent(contributions::put);
    }

    /// The points of `period`. Refuses one before the index began ({@link ScoringProblem#RULES_NOT_YET}).
    public ScoreBoard board(ScorePeriod period) {
        long wanted = changes.get();
        Kept found = kept.get(period);
        if (found != null && usable(found, wanted)) {
            return found.board();
        }
        ReentrantLock lock = counting[Math.floorMod(period.hashCode(), counting.length)];
        lock.lock();
        try {
            return fresh(period, wanted);
        } finally {
            lock.unlock();
        }
    }

    /// One thread at a time counts a period; those who waited take what it counted, if it holds what they had heard of.
    private ScoreBoard fresh(ScorePeriod period, long wanted) {
        Kept found = kept.get(period);
        if (found != null && usable(found, wanted)) {
            return found.board();
        }
        long change = changes.get();
        ScoreBoard board = count(period);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(period, new Kept(board, change));
        return board;
    }

    private boolean usable(Kept found, long wanted) {
        Duration age = Duration.between(found.board().at(), at(found.board().period()));
        return found.change() >= wanted && !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    private ScoreBoard count(ScorePeriod period) {
        RuleSet rules = scores.on(period.from());
        Instant at = at(period);
        Map<AgencyId, Tally> tallies = contributions.tallies(period, at);
        Tally province = tallies.values().stream().reduce(Tally.NOTHING, Tally::plus);
        List<ScoreBoard.Line> agencies = tallies.entrySet().stream()
                .map(entry -> ScoreBoard.Line.of(entry.getKey(), entry.getValue(), rules))
                .sorted(Comparator.comparing(ScoreBoard.Line::lost)
                        .reversed()
                        .thenComparing(line -> String.valueOf(line.agency())))
                .toList();
        return new ScoreBoard(period, rules, at, ScoreBoard.Line.of(null, province, rules), agencies);
    }

    /// What goes on is held against now, or against the end of a period that is over.
    private Instant at(ScorePeriod period) {
        Instant now = clock.instant();
        Instant end = period.after().from().atStartOfDay(BusinessClock.ZONE).toInstant();
        return now.isBefore(end) ? now : end;
    }

    /// The dossiers of `agency` that `indicator` misses in `period`, the oldest first.
    public Page<LostPoint> lost(
            ScorePeriod period, AgencyId agency, Indicator indicator, @Nullable String after, int limit) {
        return Page.cut(
                contributions.lost(period, agency, indicator, at(period), Cursor.read(after, 1), limit + 1),
                limit,
                lost -> Cursor.of(lost.dossier()));
    }
}
