package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;

/// Carries a plan out: forecasts it from the database as it is at this moment, while nobody else changes the
/// organization, and writes all of it or none.
@Component
class ReorganisationAct {

    private final ReorganisationContentStore contents;
    private final OrganizationQueries queries;
    private final ReorganisationWriting writing;
    private final ReorganisationJournal journal;
    private final BusinessClock clock;

    ReorganisationAct(
            ReorganisationContentStore contents,
            OrganizationQueries queries,
            ReorganisationWriting writing,
            ReorganisationJournal journal,
            BusinessClock clock) {
        this.contents = contents;
        this.queries = queries;
        this.writing = writing;
        this.journal = journal;
        this.clock = clock;
    }

    ReorganisationImpact forecast(Reorganisation plan) {
        return ReorganisationForecast.of(contents.content(plan.id()), plan.on(), queries.snapshot());
    }

    /// Applies the approved `plan`, or refuses it where something stands in the way by now; what became of it.
    ReorganisationEvent apply(Reorganisation plan, Actor by) {
        LocalDate today = clock.today();
        writing.holdStill();
        Snapshot before = queries.snapshot();
        ReorganisationImpact impact = ReorganisationForecast.of(contents.content(plan.id()), plan.on(), before);
        ReorganisationEvent outcome = plan.apply(impact, today, by, clock.instant());
        if (outcome instanceof ReorganisationEvent.Applied applied) {
            ReorganisationDeeds deeds = ReorganisationDeeds.of(plan, impact, before, by, applied.at());
            writing.write(plan, impact, deeds, before);
            contents.moved(plan.id(), moves(impact, deeds));
            journal.note(plan, applied, deeds.events);
        } else {
            journal.note(plan, outcome);
        }
        return outcome;
    }

    private static List<ReorganisationContentStore.Move> moves(ReorganisationImpact impact, ReorganisationDeeds deeds) {
        return impact.placements().stream()
                .map(placement -> new ReorganisationContentStore.Move(
                        placement.holding().officer(),
                        placement.from().id(),
                        deeds.target(placement),
                        placement.otherKind(),
                        placement.byHand()))
                .toList();
    }
}
