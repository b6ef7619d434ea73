package vn.thongsuot.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.dossier.DossierFacts;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.dossier.GenerationEvent;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.RecurringJob;
import vn.thongsuot.shared.Uuids;

/// **Tính lại toàn bộ.** Counts everything anew from the dossiers themselves, never from what was counted before, and
/// mends what differs. Once a day, so that nothing that ever went wrong stays wrong.
@Component
public class Recount implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final int AT_ONCE = 5_000;
    private static final Actor JOB = new Actor.Job("scoring.recount");

    private final Dossiers dossiers;
    private final Contributions contributions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Recount(
            Dossiers dossiers,
            Contributions contributions,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.dossiers = dossiers;
        this.contributions = contributions;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param dossiers how many there are
    /// @param mended how many counted for something else than they should
    public record Result(long dossiers, long mended) {}

    @Override
    public String name() {
        return "scoring.recount";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        Result result = all();
        if (result.mended() > 0) {
            LOG.warn(
                    "{} of {} dossiers counted for something else than they should: mended",
                    result.mended(),
                    result.dossiers());
        }
    }

    /// Of dossiers made up in bulk nothing was heard one by one.
    @Async
    @TransactionalEventListener
    void on(GenerationEvent.DossiersMade event) {
        run();
    }

    /// Counts all dossiers anew.
    public Result all() {
        DossierId cursor = null;
        long dossiers = 0;
        long mended = 0;
        while (true) {
            DossierId from = cursor;
            Part part = Objects.requireNonNull(transaction.execute(_ -> part(from)));
            dossiers += part.dossiers();
            mended += part.mended();
            if (part.last() == null) {
                return new Result(dossiers, mended);
            }
            cursor = part.last();
        }
    }

    /// @param last null at the end
    private record Part(int dossiers, int mended, @Nullable DossierId last) {}

    private static @Nullable DossierId last(List<DossierFacts> facts) {
        return facts.size() < AT_ONCE ? null : facts.getLast().id();
    }

    /// What differs is read once more with listeners held back: what was only on its way does not count as wrong.
    private Part part(@Nullable DossierId from) {
        List<DossierFacts> facts = dossiers.factsAfter(from, AT_ONCE);
        DossierId last = last(facts);
        if (contributions.same(from, last, facts)) {
            return new Part(facts.size(), 0, last);
        }
        contributions.hold();
        facts = dossiers.factsAfter(from, AT_ONCE);
        last = last(facts);
        int mended = contributions.mend(from, last, facts);
        if (mended > 0) {
            Instant at = clock.instant();
            events.publishEvent(new ScoringEvent.Mended(Uuids.next(at), 1, mended, JOB, at));
        }
        return new Part(facts.size(), mended, last);
    }
}
