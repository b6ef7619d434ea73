package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ReorganisationObstacle.Reason;
import vn.thongsuot.shared.AgencyId;

/// The steps of a plan, sorted by what they are about: which agencies it founds, ends, renames and moves, and what is
/// there afterwards.
final class ReorganisationSteps {

    final Map<AgencyId, ReorganisationStep.Found> founded = new LinkedHashMap<>();
    final Map<AgencyId, List<ReorganisationStep>> ending = new LinkedHashMap<>();
    final Map<AgencyId, ReorganisationStep.Rename> renamed = new LinkedHashMap<>();
    final Map<AgencyId, ReorganisationStep.Move> moved = new LinkedHashMap<>();
    final List<ReorganisationObstacle> contradictions = new ArrayList<>();
    private final LocalDate on;
    private final Snapshot snapshot;

    ReorganisationSteps(List<ReorganisationStep> steps, LocalDate on, Snapshot snapshot) {
        this.on = on;
        this.snapshot = snapshot;
        steps.forEach(this::sort);
    }

    /// Sorts a step where it belongs; two that exclude each other are both kept out.
    private void sort(ReorganisationStep step) {
        boolean clean = switch (step) {
            case ReorganisationStep.Found found -> founded.putIfAbsent(found.agency(), found) == null;
            case ReorganisationStep.Merge _, ReorganisationStep.Dissolve _ ->
                ending.putIfAbsent(step.agency(), new ArrayList<>(List.of(step))) == null;
            case ReorganisationStep.Split split -> {
                List<ReorganisationStep> parts = ending.computeIfAbsent(split.agency(), _ -> new ArrayList<>());
                boolean distinct = parts.stream()
                        .allMatch(part -> part instanceof ReorganisationStep.Split other
                                && !java.util.Objects.equals(other.successor(), split.successor()));
                if (distinct) {
                    parts.add(split);
                }
                yield distinct;
            }
            case ReorganisationStep.Rename rename -> renamed.putIfAbsent(rename.agency(), rename) == null;
            case ReorganisationStep.Move move -> moved.putIfAbsent(move.agency(), move) == null;
        };
        if (!clean) {
            contradictions.add(ReorganisationObstacle.of(Reason.CONTRADICTION, step));
        }
    }

    boolean underItself(AgencyId agency) {
        Set<AgencyId> seen = new HashSet<>();
        @Nullable AgencyId next = parentAfter(agency);
        while (next != null && seen.add(next)) {
            if (next.equals(agency)) {
                return true;
            }
            next = parentAfter(next);
        }
        return false;
    }

    @Nullable
    AgencyId parentAfter(AgencyId agency) {
        ReorganisationStep.Found found = founded.get(agency);
        if (found != null) {
            return found.parent();
        }
        ReorganisationStep.Move move = moved.get(agency);
        return move != null ? move.parent() : on(agency).map(AgencyView::parent).orElse(null);
    }

    /// The agency as it is on the day, before the plan.
    Optional<AgencyView> on(AgencyId agency) {
        return snapshot.states.getOrDefault(agency, List.of()).stream()
                .filter(state -> state.during().on(on))
                .map(AgencyState::view)
                .findFirst();
    }

    /// Whether the agency is there after the plan.
    boolean goesOn(AgencyId agency) {
        return founded.containsKey(agency) || (on(agency).isPresent() && !ending.containsKey(agency));
    }

    ReorganisationStep.@Nullable Found found(AgencyId agency) {
        return founded.get(agency);
    }

    /// The one that takes over all of an agency's work, where it is one.
    Optional<AgencyId> soleHeir(AgencyId agency) {
        List<ReorganisationStep> steps = ending.getOrDefault(agency, List.of());
        return steps.size() == 1 && steps.getFirst() instanceof ReorganisationStep.Merge merge
                ? Optional.ofNullable(merge.successor()).filter(this::goesOn)
                : Optional.empty();
    }
}
