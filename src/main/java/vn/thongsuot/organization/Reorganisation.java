package vn.thongsuot.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.SharedProblem;

/// A plan of reorganisation: what may be done with it and what that makes of it. It is changed while a draft, waits
/// approved for its day, and is applied as one act.
record Reorganisation(
        ReorganisationId id,
        long version,
        ReorganisationStatus status,
        String title,
        @Nullable String decision,
        LocalDate on,
        AgencyId agency) {

    static ReorganisationEvent.Drafted draft(
            ReorganisationId id, String title, LocalDate on, AgencyId agency, Actor by, Instant at) {
        return new ReorganisationEvent.Drafted(id, 1, Names.agency(title), on, agency, by, at);
    }

    ReorganisationEvent.Described describe(
            String newTitle, @Nullable String newDecision, LocalDate newDay, Actor by, Instant at) {
        return legal(
                new ReorganisationEvent.Described(id, next(), Names.agency(newTitle), newDecision, newDay, by, at));
    }

    ReorganisationEvent.StepsSet set(List<ReorganisationStep> steps, Actor by, Instant at) {
        return legal(new ReorganisationEvent.StepsSet(
                id,
                next(),
                steps.stream()
                        .map(step -> new ReorganisationEvent.StepTrace(
                                step.id(), step.kind(), step.agency(), step.to(), step.newName()))
                        .toList(),
                by,
                at));
    }

    ReorganisationEvent.StepRemoved remove(UUID step, Actor by, Instant at) {
        return legal(new ReorganisationEvent.StepRemoved(id, next(), step, by, at));
    }

    ReorganisationEvent.PlacementsSet place(
            List<ReorganisationContent.Rule> rules, List<ReorganisationContent.ByHand> byHand, Actor by, Instant at) {
        return legal(new ReorganisationEvent.PlacementsSet(id, next(), rules, byHand, by, at));
    }

    /// Refused while anything stands in the way, and where there is nothing to do.
    ReorganisationEvent.Approved approve(ReorganisationImpact impact, Actor by, Instant at) {
        ReorganisationEvent.Approved approved = legal(new ReorganisationEvent.Approved(id, next(), on, by, at));
        if (impact.counts().nothing()) {
            throw OrganizationProblem.PLAN_EMPTY.because();
        }
        if (!impact.obstacles().isEmpty()) {
            throw OrganizationProblem.PLAN_INCOMPLETE.because(impact.obstacles().size());
        }
        return approved;
    }

    ReorganisationEvent.Reopened reopen(Actor by, Instant at) {
        return legal(new ReorganisationEvent.Reopened(id, next(), by, at));
    }

    /// On its day: applied whole, or refused whole where something stands in the way by now. Never ahead of its day.
    ReorganisationEvent apply(ReorganisationImpact impact, LocalDate today, Actor by, Instant at) {
        if (today.isBefore(on)) {
            throw OrganizationProblem.PLAN_AHEAD.because(Dates.shown(on));
        }
        return legal(
                impact.obstacles().isEmpty()
                        ? new ReorganisationEvent.Applied(id, next(), on, impact.counts(), by, at)
                        : new ReorganisationEvent.Refused(
                                id, next(), impact.obstacles().size(), by, at));
    }

    ReorganisationEvent.Withdrawn withdraw(Actor by, Instant at) {
        return legal(new ReorganisationEvent.Withdrawn(id, next(), by, at));
    }

    Reorganisation seen(long seen) {
        if (seen != version) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
        return this;
    }

    private long next() {
        return version + 1;
    }

    private <E extends ReorganisationEvent> E legal(E event) {
        if (status.after(event.getClass()).isEmpty()) {
            throw OrganizationProblem.PLAN_CLOSED.because();
        }
        return event;
    }
}
