package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ReorganisationObstacle.Reason;
import vn.thongsuot.shared.AgencyId;

/// Works out what a plan would do to an organization on its day: pure arithmetic, the same for the preview and for
/// the act. What cannot be done is an obstacle, never an exception: the reader wants to see all of them.
final class ReorganisationForecast {

    private final ReorganisationContent content;
    private final LocalDate on;
    private final Snapshot snapshot;
    private final ReorganisationSteps steps;
    private final List<ReorganisationObstacle> obstacles = new ArrayList<>();

    private ReorganisationForecast(ReorganisationContent content, LocalDate on, Snapshot snapshot) {
        this.content = content;
        this.on = on;
        this.snapshot = snapshot;
        this.steps = new ReorganisationSteps(content.steps(), on, snapshot);
    }

    static ReorganisationImpact of(ReorganisationContent content, LocalDate on, Snapshot snapshot) {
        return new ReorganisationForecast(content, on, snapshot).work();
    }

    private ReorganisationImpact work() {
        obstacles.addAll(steps.contradictions);
        content.steps().forEach(this::look);
        orphans();
        List<ReorganisationImpact.ReusedCode> codes = codes();
        List<ReorganisationImpact.Ending> endings = steps.ending.keySet().stream()
                .flatMap(agency -> ending(agency).stream())
                .toList();
        ReorganisationSeating seating = new ReorganisationSeating(content, on, snapshot, steps);
        endings.forEach(end -> seating.empty(end.agency()));
        seating.seat();
        obstacles.addAll(seating.obstacles());
        return new ReorganisationImpact(
                endings,
                List.copyOf(steps.founded.values()),
                turns(),
                seating.units(),
                seating.seats(),
                seating.placements(),
                codes,
                seating.vacant(),
                obstacles,
                names());
    }

    private void look(ReorganisationStep step) {
        if (!(step instanceof ReorganisationStep.Found)) {
            subject(step);
        }
        switch (step) {
            case ReorganisationStep.Found found -> {
                parent(found, found.parent());
                circle(found);
            }
            case ReorganisationStep.Merge merge -> successor(merge, merge.successor());
            case ReorganisationStep.Split split -> successor(split, split.successor());
            case ReorganisationStep.Dissolve _, ReorganisationStep.Rename _ -> {
                // Nobody else is concerned.
            }
            case ReorganisationStep.Move move -> {
                parent(move, move.parent());
                circle(move);
            }
        }
    }

    private void circle(ReorganisationStep step) {
        if (steps.underItself(step.agency())) {
            obstacles.add(ReorganisationObstacle.of(Reason.CIRCLE, step));
        }
    }

    /// What a step is about must be there before the day, go on beyond it, and not have changed later already.
    private void subject(ReorganisationStep step) {
        Optional<AgencyView> there = steps.on(step.agency());
        if (there.isEmpty() || !there.get().period().from().isBefore(on)) {
            obstacles.add(ReorganisationObstacle.of(Reason.AGENCY_NOT_THERE, step));
        } else if (changesLater(there.get(), step.kind().ends())) {
            obstacles.add(ReorganisationObstacle.of(Reason.CHANGED_LATER, step));
        } else if (!step.kind().ends() && steps.ending.containsKey(step.agency())) {
            obstacles.add(ReorganisationObstacle.of(Reason.CONTRADICTION, step));
        }
    }

    /// Whether something of the agency begins only on the day or after it.
    private boolean changesLater(AgencyView agency, boolean ends) {
        Stream<Period> own = snapshot.states.getOrDefault(agency.id(), List.of()).stream()
                .map(AgencyState::during)
                .filter(during ->
                        during.from().isAfter(on) || (ends && during.from().equals(on)));
        Stream<Period> inside = Stream.of(
                        agency.codes().stream().map(AgencyCode::period),
                        snapshot.units.getOrDefault(agency.id(), List.of()).stream()
                                .map(UnitView::period),
                        snapshot.postsOfAgency.getOrDefault(agency.id(), List.of()).stream()
                                .map(PostView::period))
                .flatMap(periods -> periods)
                .filter(period -> ends && !period.from().isBefore(on));
        return Stream.concat(own, inside).findAny().isPresent();
    }

    private void successor(ReorganisationStep step, @Nullable AgencyId successor) {
        if (successor == null) {
            obstacles.add(ReorganisationObstacle.of(Reason.SUCCESSOR_NOT_CHOSEN, step));
        } else if (!steps.goesOn(successor)) {
            obstacles.add(ReorganisationObstacle.of(Reason.SUCCESSOR_NOT_THERE, step));
        }
    }

    private void parent(ReorganisationStep step, @Nullable AgencyId parent) {
        if (parent != null && !steps.goesOn(parent)) {
            obstacles.add(ReorganisationObstacle.of(Reason.PARENT_NOT_THERE, step));
        }
    }

    /// Agencies whose parent ends and of which no step says where they go; also those that come under it only later.
    private void orphans() {
        for (AgencyId parent : steps.ending.keySet()) {
            Set<AgencyId> children = snapshot.children.getOrDefault(parent, List.of()).stream()
                    .filter(child -> lasts(child.during()))
                    .map(child -> child.view().id())
                    .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
            for (AgencyId id : children) {
                if (!steps.ending.containsKey(id) && !steps.moved.containsKey(id)) {
                    obstacles.add(new ReorganisationObstacle(Reason.CHILD_LEFT, id, null, null, null));
                }
            }
        }
    }

    private boolean lasts(Period period) {
        LocalDate to = period.to();
        return to == null || !to.isBefore(on);
    }

    /// The key of a code is (code, valid from): a new agency may have one that ends the day before, and none that is
    /// still another's.
    private List<ReorganisationImpact.ReusedCode> codes() {
        Map<String, AgencyId> taken = new HashMap<>();
        snapshot.agencies
                .values()
                .forEach(agency -> agency.codes().stream()
                        .filter(code -> code.period().to() == null
                                || !java.util.Objects.requireNonNull(
                                                code.period().to())
                                        .isBefore(on))
                        .forEach(code -> taken.put(code.scheme() + " " + code.code(), agency.id())));
        List<ReorganisationImpact.ReusedCode> reused = new ArrayList<>();
        Map<String, AgencyId> given = new HashMap<>();
        for (ReorganisationStep.Found found : steps.founded.values()) {
            Map<String, String> wanted = new LinkedHashMap<>();
            Optional.ofNullable(found.unitCode())
                    .ifPresent(code -> wanted.put(AgencyCode.Scheme.ADMINISTRATIVE_UNIT + " " + code, code));
            Optional.ofNullable(found.identifier())
                    .ifPresent(code -> wanted.put(AgencyCode.Scheme.IDENTIFIER + " " + code, code));
            wanted.forEach((key, code) -> {
                AgencyId holder = taken.get(key);
                if ((holder != null && !steps.ending.containsKey(holder))
                        || given.putIfAbsent(key, found.agency()) != null) {
                    obstacles.add(
                            new ReorganisationObstacle(Reason.CODE_TAKEN, found.agency(), found.id(), null, code));
                } else if (holder != null) {
                    reused.add(new ReorganisationImpact.ReusedCode(code, holder, found.agency()));
                }
            });
        }
        return reused;
    }

    private Optional<ReorganisationImpact.Ending> ending(AgencyId agency) {
        List<ReorganisationImpact.Heir> heirs = new ArrayList<>();
        for (ReorganisationStep step : steps.ending.getOrDefault(agency, List.of())) {
            AgencyId heir = step.to();
            if (heir != null) {
                boolean confirmed = switch (step) {
                    case ReorganisationStep.Merge merge -> merge.confirmed();
                    case ReorganisationStep.Split split -> split.confirmed();
                    case ReorganisationStep.Dissolve _,
                            ReorganisationStep.Found _,
                            ReorganisationStep.Rename _,
                            ReorganisationStep.Move _ -> true;
                };
                heirs.add(new ReorganisationImpact.Heir(heir, steps.founded.containsKey(heir), confirmed, note(step)));
            }
        }
        return steps.on(agency).map(view -> new ReorganisationImpact.Ending(view, heirs));
    }

    static @Nullable String note(ReorganisationStep step) {
        return switch (step) {
            case ReorganisationStep.Merge merge -> merge.note();
            case ReorganisationStep.Split split -> split.note();
            case ReorganisationStep.Dissolve dissolve -> dissolve.note();
            case ReorganisationStep.Found _, ReorganisationStep.Rename _, ReorganisationStep.Move _ -> null;
        };
    }

    private List<ReorganisationImpact.Turn> turns() {
        Set<AgencyId> turning = new java.util.LinkedHashSet<>(steps.renamed.keySet());
        turning.addAll(steps.moved.keySet());
        return turning.stream()
                .flatMap(agency -> steps.on(agency).stream())
                .map(agency -> {
                    ReorganisationStep.Rename rename = steps.renamed.get(agency.id());
                    return new ReorganisationImpact.Turn(
                            agency,
                            rename == null ? agency.name() : rename.name(),
                            rename == null ? agency.nameEn() : rename.nameEn(),
                            steps.parentAfter(agency.id()));
                })
                .filter(turn -> turn.renames() || turn.moves())
                .toList();
    }

    private Map<AgencyId, String> names() {
        Map<AgencyId, String> names = new HashMap<>();
        content.steps().forEach(step -> {
            name(names, step.agency());
            name(names, step.to());
        });
        content.rules().forEach(rule -> name(names, rule.to()));
        content.byHand().forEach(hand -> name(names, hand.seat().agency()));
        orphanNames(names);
        steps.founded.values().forEach(found -> names.put(found.agency(), found.name()));
        return names;
    }

    private void orphanNames(Map<AgencyId, String> names) {
        obstacles.stream()
                .map(ReorganisationObstacle::agency)
                .collect(Collectors.toSet())
                .forEach(id -> name(names, id));
    }

    private void name(Map<AgencyId, String> names, @Nullable AgencyId agency) {
        AgencyView known = agency == null ? null : snapshot.agencies.get(agency);
        if (agency != null && known != null) {
            names.put(agency, steps.on(agency).orElse(known).name());
        }
    }
}
