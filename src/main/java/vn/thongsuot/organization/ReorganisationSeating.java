package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ReorganisationContent.Seat;
import vn.thongsuot.organization.ReorganisationObstacle.Reason;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;

/// Finds a place for everybody whose agency ends. Who was placed by hand sits first; everybody else goes to the post
/// of the same kind in the successor. Of several chiefs the one of the agency whose code goes on stays chief, else
/// the one named first in the plan; the others become deputies.
final class ReorganisationSeating {

    private final LocalDate on;
    private final Snapshot snapshot;
    private final ReorganisationSteps steps;
    private final Map<AgencyId, ReorganisationContent.Rule> rules;
    private final Map<UUID, Seat> byHand;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<AgencyId, Map<Seat, PostView>> open = new HashMap<>();
    private final Set<Chair> taken = new HashSet<>();
    private final Set<Sitting> sittings = new HashSet<>();
    private final Set<Seat> seats = new LinkedHashSet<>();
    private final Set<ReorganisationImpact.NewUnit> units = new LinkedHashSet<>();
    private final List<ReorganisationImpact.Placement> placements = new ArrayList<>();
    private final List<ReorganisationObstacle> obstacles = new ArrayList<>();
    private int vacant;

    /// Somebody who must leave `post`.
    private record Arrival(AgencyView agency, PostView post, HoldingView holding) {}

    /// The one chief's place of a committee, an agency or a unit, whatever it is called there.
    private record Chair(AgencyId agency, @Nullable String unit, PostKind kind) {

        static Chair of(Seat seat) {
            return new Chair(seat.agency(), seat.kind() == PostKind.CHAIRMAN ? null : seat.unit(), seat.kind());
        }
    }

    private record Sitting(OfficerId officer, Seat seat) {}

    ReorganisationSeating(ReorganisationContent content, LocalDate on, Snapshot snapshot, ReorganisationSteps steps) {
        this.on = on;
        this.snapshot = snapshot;
        this.steps = steps;
        this.rules = content.rules().stream()
                .collect(Collectors.toMap(ReorganisationContent.Rule::from, Function.identity(), (_, last) -> last));
        this.byHand = content.byHand().stream()
                .collect(Collectors.toMap(
                        ReorganisationContent.ByHand::holding, ReorganisationContent.ByHand::seat, (_, last) -> last));
    }

    /// Everybody must leave `agency`.
    void empty(AgencyView agency) {
        snapshot.postsOfAgency.getOrDefault(agency.id(), List.of()).stream()
                .filter(post -> lasts(post.period()))
                .sorted(Comparator.comparing(PostView::kind).thenComparing(PostView::title))
                .forEach(post -> {
                    List<HoldingView> holders = snapshot.holdingsOfPost.getOrDefault(post.id(), List.of()).stream()
                            .filter(holding -> lasts(holding.period()))
                            .sorted(Comparator.comparing((HoldingView holding) ->
                                            holding.period().from())
                                    .thenComparing(HoldingView::id))
                            .toList();
                    holders.forEach(holding -> arrivals.add(new Arrival(agency, post, holding)));
                    if (holders.isEmpty()) {
                        vacant++;
                    }
                });
    }

    private boolean lasts(Period period) {
        LocalDate to = period.to();
        return to == null || !to.isBefore(on);
    }

    void seat() {
        arrivals.sort(Comparator.comparing(arrival -> !leads(arrival)));
        arrivals.stream()
                .filter(arrival -> byHand.containsKey(arrival.holding().id()))
                .forEach(arrival -> seatByHand(
                        arrival,
                        Objects.requireNonNull(byHand.get(arrival.holding().id()))));
        arrivals.stream()
                .filter(arrival -> !byHand.containsKey(arrival.holding().id()))
                .forEach(this::seatByRule);
    }

    /// Whether the code of the arrival's agency is the one its successor goes on with.
    private boolean leads(Arrival arrival) {
        return steps.soleHeir(arrival.agency().id())
                .map(steps::found)
                .map(ReorganisationStep.Found::unitCode)
                .map(code -> arrival.agency().codes().stream()
                        .anyMatch(own -> own.code().equals(code) && lasts(own.period())))
                .orElse(false);
    }

    private void seatByHand(Arrival arrival, Seat seat) {
        if (!steps.goesOn(seat.agency())) {
            refuse(Reason.SUCCESSOR_NOT_THERE, arrival);
        } else if (seat.single() && occupied(seat, arrival)) {
            refuse(Reason.SEAT_TAKEN, arrival);
        } else {
            place(arrival, seat, true);
        }
    }

    private void seatByRule(Arrival arrival) {
        AgencyId from = arrival.agency().id();
        ReorganisationContent.Rule rule = rules.get(from);
        Optional<AgencyId> target =
                rule == null ? steps.soleHeir(from) : Optional.of(rule.to()).filter(steps::goesOn);
        if (target.isEmpty()) {
            refuse(Reason.NOWHERE_TO_GO, arrival);
            return;
        }
        String unit = rule == null ? null : rule.unit();
        boolean mayOpen = unit != null || steps.found(target.get()) != null;
        Seat wanted = new Seat(
                target.get(),
                unit == null ? unit(arrival.post()) : unit,
                arrival.post().kind(),
                arrival.post().title());
        Optional<Seat> seat = find(wanted, mayOpen);
        if (seat.isPresent() && seat.get().single() && occupied(seat.get(), arrival)) {
            seat = find(seat.get().deputy(), mayOpen);
        }
        seat.ifPresentOrElse(found -> place(arrival, found, false), () -> refuse(Reason.NO_SUCH_POST, arrival));
    }

    /// The seat wanted, or the most like it of the same kind in an agency that has posts of its own.
    private Optional<Seat> find(Seat wanted, boolean mayOpen) {
        if (mayOpen) {
            return Optional.of(wanted);
        }
        return open(wanted.agency()).keySet().stream()
                .filter(seat -> seat.kind() == wanted.kind())
                .min(Comparator.comparing((Seat seat) -> !Objects.equals(seat.unit(), wanted.unit()))
                        .thenComparing(seat -> !seat.title().equals(wanted.title()))
                        .thenComparing(Seat::title));
    }

    private boolean occupied(Seat seat, Arrival arrival) {
        Chair chair = Chair.of(seat);
        return taken.contains(chair)
                || open(seat.agency()).entrySet().stream()
                        .filter(other -> Chair.of(other.getKey()).equals(chair))
                        .flatMap(other ->
                                snapshot
                                        .holdingsOfPost
                                        .getOrDefault(other.getValue().id(), List.of())
                                        .stream())
                        .anyMatch(holding -> lasts(holding.period())
                                && !holding.officer().equals(arrival.holding().officer()));
    }

    private void place(Arrival arrival, Seat seat, boolean hand) {
        if (seat.single()) {
            taken.add(Chair.of(seat));
        }
        PostView post = open(seat.agency()).get(seat);
        OfficerId officer = arrival.holding().officer();
        boolean there = post != null
                && snapshot.holdingsOfOfficer.getOrDefault(officer, List.of()).stream()
                        .anyMatch(holding -> holding.post().equals(post.id()) && lasts(holding.period()));
        boolean folded = !sittings.add(new Sitting(officer, seat)) || there;
        if (post == null) {
            seats.add(seat);
            String unit = seat.unit();
            if (unit != null && !hasUnit(seat.agency(), unit)) {
                units.add(new ReorganisationImpact.NewUnit(seat.agency(), unit));
            }
        }
        placements.add(new ReorganisationImpact.Placement(
                arrival.holding(), arrival.post(), seat, post == null ? null : post.id(), hand, folded));
    }

    private boolean hasUnit(AgencyId agency, String name) {
        return snapshot.units.getOrDefault(agency, List.of()).stream()
                .anyMatch(unit -> unit.name().equals(name) && lasts(unit.period()));
    }

    private Map<Seat, PostView> open(AgencyId agency) {
        return open.computeIfAbsent(
                agency,
                id -> snapshot.postsOfAgency.getOrDefault(id, List.of()).stream()
                        .filter(post -> post.period().on(on) && post.period().to() == null)
                        .collect(Collectors.toMap(
                                post -> new Seat(id, unit(post), post.kind(), post.title()),
                                Function.identity(),
                                (first, _) -> first)));
    }

    private @Nullable String unit(PostView post) {
        UUID unit = post.unit();
        return unit == null
                ? null
                : snapshot.units.getOrDefault(post.agency(), List.of()).stream()
                        .filter(known -> known.id().equals(unit))
                        .map(UnitView::name)
                        .findFirst()
                        .orElse(null);
    }

    private void refuse(Reason reason, Arrival arrival) {
        obstacles.add(ReorganisationObstacle.of(reason, arrival.agency().id(), arrival.holding()));
    }

    List<ReorganisationObstacle> obstacles() {
        return obstacles;
    }

    List<ReorganisationImpact.Placement> placements() {
        return placements;
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    List<ReorganisationImpact.NewUnit> units() {
        return List.copyOf(units);
    }

    int vacant() {
        return vacant;
    }
}
