package vn.thongsuot.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện của phương án sắp xếp.** Everything that can happen to a plan of reorganisation.
public sealed interface ReorganisationEvent extends Auditable {

    ReorganisationId plan();

    @Override
    default Thing thing() {
        return new Thing("reorganisation", plan().toString());
    }

    record Drafted(
            ReorganisationId plan, long version, String title, LocalDate on, AgencyId agency, Actor by, Instant at)
            implements ReorganisationEvent {}

    /// Title, decision or day were written anew.
    record Described(
            ReorganisationId plan,
            long version,
            String title,
            @Nullable String decision,
            LocalDate on,
            Actor by,
            Instant at)
            implements ReorganisationEvent {}

    /// Steps were added, or written anew where their ids were known.
    record StepsSet(ReorganisationId plan, long version, List<StepTrace> steps, Actor by, Instant at)
            implements ReorganisationEvent {

        public StepsSet {
            steps = List.copyOf(steps);
        }
    }

    record StepRemoved(ReorganisationId plan, long version, UUID step, Actor by, Instant at)
            implements ReorganisationEvent {}

    /// Where people go was decided otherwise: for whole agencies (`rules`), for single holdings (`byHand`).
    record PlacementsSet(
            ReorganisationId plan,
            long version,
            List<ReorganisationContent.Rule> rules,
            List<ReorganisationContent.ByHand> byHand,
            Actor by,
            Instant at)
            implements ReorganisationEvent {

        public PlacementsSet {
            rules = List.copyOf(rules);
            byHand = List.copyOf(byHand);
        }
    }

    record Approved(ReorganisationId plan, long version, LocalDate on, Actor by, Instant at)
            implements ReorganisationEvent {}

    record Reopened(ReorganisationId plan, long version, Actor by, Instant at) implements ReorganisationEvent {}

    /// On its day the plan could not be applied: so many things stood in the way, none of it was done.
    record Refused(ReorganisationId plan, long version, int obstacles, Actor by, Instant at)
            implements ReorganisationEvent {}

    record Applied(
            ReorganisationId plan, long version, LocalDate on, ReorganisationImpact.Counts counts, Actor by, Instant at)
            implements ReorganisationEvent {}

    record Withdrawn(ReorganisationId plan, long version, Actor by, Instant at) implements ReorganisationEvent {}

    /// What the trace keeps of a step: its notes stay in the plan.
    record StepTrace(
            UUID step,
            ReorganisationStep.Kind kind,
            AgencyId agency,
            @Nullable AgencyId to,
            @Nullable String name) {}
}
