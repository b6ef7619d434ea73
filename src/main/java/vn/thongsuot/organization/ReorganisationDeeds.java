package vn.thongsuot.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ReorganisationContent.Seat;
import vn.thongsuot.organization.ReorganisationImpact.NewUnit;
import vn.thongsuot.organization.ReorganisationImpact.Placement;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Uuids;

/// An impact become rows and events: every new unit, post and holding has its id, every agency and officer that
/// changes its events with versions without gaps.
final class ReorganisationDeeds {

    record Unit(UUID id, AgencyId agency, String name, int position) {}

    record Post(PostId id, @Nullable UUID unit, Seat seat) {}

    record Holding(UUID id, OfficerId officer, PostId post, boolean main, Period period) {}

    final List<Unit> units = new ArrayList<>();
    final List<Post> posts = new ArrayList<>();
    final List<Holding> holdings = new ArrayList<>();
    /// Holdings of posts held already that become their officer's main ones.
    final List<UUID> becomeMain = new ArrayList<>();

    final List<Auditable> events = new ArrayList<>();
    final Map<AgencyId, Integer> agencySteps = new HashMap<>();
    final Set<OfficerId> officers = new LinkedHashSet<>();
    private final Map<Seat, PostId> seats = new HashMap<>();
    private final Reorganisation plan;
    private final ReorganisationImpact impact;
    private final Snapshot snapshot;
    private final Actor by;
    private final Instant at;

    private ReorganisationDeeds(
            Reorganisation plan, ReorganisationImpact impact, Snapshot snapshot, Actor by, Instant at) {
        this.plan = plan;
        this.impact = impact;
        this.snapshot = snapshot;
        this.by = by;
        this.at = at;
    }

    static ReorganisationDeeds of(
            Reorganisation plan, ReorganisationImpact impact, Snapshot snapshot, Actor by, Instant at) {
        ReorganisationDeeds deeds = new ReorganisationDeeds(plan, impact, snapshot, by, at);
        deeds.found();
        deeds.turn();
        deeds.open();
        deeds.end();
        deeds.move();
        return deeds;
    }

    private void found() {
        for (ReorganisationStep.Found found : impact.foundings()) {
            events.add(new OrganizationEvent.AgencyFounded(
                    found.agency(),
                    next(found.agency()),
                    found.name(),
                    found.level(),
                    found.parent(),
                    plan.on(),
                    by,
                    at));
        }
    }

    private void turn() {
        for (ReorganisationImpact.Turn turn : impact.turns()) {
            AgencyView agency = turn.agency();
            if (turn.renames()) {
                events.add(new OrganizationEvent.AgencyRenamed(
                        agency.id(), next(agency.id()), agency.name(), turn.name(), plan.on(), by, at));
            }
            if (turn.moves()) {
                events.add(new OrganizationEvent.AgencyMoved(
                        agency.id(), next(agency.id()), agency.parent(), turn.parent(), plan.on(), by, at));
            }
        }
    }

    private void open() {
        Map<NewUnit, UUID> opened = new HashMap<>();
        Map<AgencyId, Integer> positions = new HashMap<>();
        for (NewUnit unit : impact.units()) {
            int position = positions.merge(unit.agency(), lastPosition(unit.agency()) + 1, (last, _) -> last + 1);
            UUID id = Uuids.next(at);
            opened.put(unit, id);
            units.add(new Unit(id, unit.agency(), unit.name(), position));
        }
        for (Seat seat : impact.seats()) {
            PostId id = new PostId(Uuids.next(at));
            String unit = seat.unit();
            UUID place = unit == null
                    ? null
                    : opened.containsKey(new NewUnit(seat.agency(), unit))
                            ? opened.get(new NewUnit(seat.agency(), unit))
                            : known(seat.agency(), unit);
            seats.put(seat, id);
            posts.add(new Post(id, place, seat));
        }
        Set<AgencyId> staffed = new LinkedHashSet<>();
        units.forEach(unit -> staffed.add(unit.agency()));
        posts.forEach(post -> staffed.add(post.seat().agency()));
        staffed.forEach(this::staff);
    }

    private void staff(AgencyId agency) {
        events.add(new OrganizationEvent.AgencyStaffed(
                agency,
                next(agency),
                units.stream()
                        .filter(unit -> unit.agency().equals(agency))
                        .map(unit -> new OrganizationEvent.OpenedUnit(unit.id(), unit.name()))
                        .toList(),
                posts.stream()
                        .filter(post -> post.seat().agency().equals(agency))
                        .map(post -> new OrganizationEvent.OpenedPost(
                                post.id(),
                                post.unit(),
                                post.seat().kind(),
                                post.seat().title()))
                        .toList(),
                plan.on(),
                plan.id(),
                by,
                at));
    }

    private int lastPosition(AgencyId agency) {
        return snapshot.units.getOrDefault(agency, List.of()).stream()
                .mapToInt(UnitView::position)
                .max()
                .orElse(0);
    }

    private @Nullable UUID known(AgencyId agency, String unit) {
        return snapshot.units.getOrDefault(agency, List.of()).stream()
                .filter(view -> view.name().equals(unit) && view.period().on(plan.on()))
                .map(UnitView::id)
                .findFirst()
                .orElse(null);
    }

    private void end() {
        for (ReorganisationImpact.Ending ending : impact.endings()) {
            AgencyId agency = ending.agency().id();
            events.add(
                    ending.heirs().isEmpty()
                            ? new OrganizationEvent.AgencyEnded(
                                    agency, next(agency), plan.on().minusDays(1), by, at)
                            : new OrganizationEvent.AgencySucceeded(
                                    agency,
                                    next(agency),
                                    ending.heirs().stream()
                                            .map(heir -> new OrganizationEvent.Successor(
                                                    heir.agency(), heir.opensBooks(), heir.confirmed()))
                                            .toList(),
                                    plan.on(),
                                    plan.id(),
                                    by,
                                    at));
        }
    }

    private void move() {
        Map<OfficerId, List<Placement>> moves = impact.placements().stream()
                .collect(Collectors.groupingBy(
                        placement -> placement.holding().officer(), LinkedHashMap::new, Collectors.toList()));
        moves.forEach((officer, placements) -> {
            officers.add(officer);
            placements.forEach(placement -> hold(placement, placements));
            events.add(new OrganizationEvent.OfficerMoved(
                    officer,
                    Objects.requireNonNull(snapshot.officers.get(officer)).version() + 1,
                    placements.stream()
                            .map(placement -> new OrganizationEvent.Change(
                                    placement.holding().id(), placement.from().id(), target(placement)))
                            .toList(),
                    plan.on(),
                    plan.id(),
                    by,
                    at));
        });
    }

    /// A main post stays main where it goes to, also when two posts become one.
    private void hold(Placement placement, List<Placement> all) {
        PostId post = target(placement);
        boolean main = all.stream()
                .anyMatch(other ->
                        other.to().equals(placement.to()) && other.holding().main());
        LocalDate began = placement.holding().period().from();
        LocalDate from = began.isBefore(plan.on()) ? plan.on() : began;
        OfficerId officer = placement.holding().officer();
        for (Period rest : rest(
                officer, post, new Period(from, placement.holding().period().to()))) {
            holdings.add(new Holding(Uuids.next(at), officer, post, main && !placement.folded(), rest));
        }
        if (placement.folded() && placement.holding().main()) {
            snapshot.holdingsOfPost.getOrDefault(post, List.of()).stream()
                    .filter(holding ->
                            holding.officer().equals(placement.holding().officer())
                                    && holding.period().on(plan.on()))
                    .forEach(holding -> becomeMain.add(holding.id()));
        }
    }

    /// The days of `wanted` on which `officer` does not hold `post` anyhow.
    private List<Period> rest(OfficerId officer, PostId post, Period wanted) {
        List<Period> rest = new ArrayList<>();
        LocalDate last = Objects.requireNonNullElse(wanted.to(), LocalDate.MAX);
        LocalDate next = wanted.from();
        List<Period> held = Stream.concat(
                        snapshot.holdingsOfPost.getOrDefault(post, List.of()).stream()
                                .filter(holding -> holding.officer().equals(officer))
                                .map(HoldingView::period),
                        holdings.stream()
                                .filter(holding -> holding.officer().equals(officer)
                                        && holding.post().equals(post))
                                .map(Holding::period))
                .sorted(Comparator.comparing(Period::from))
                .toList();
        for (Period there : held) {
            LocalDate end = there.to();
            if (end != null && end.isBefore(next)) {
                continue;
            }
            if (there.from().isAfter(last)) {
                break;
            }
            if (there.from().isAfter(next)) {
                rest.add(new Period(next, there.from().minusDays(1)));
            }
            if (end == null) {
                return rest;
            }
            next = end.plusDays(1);
        }
        if (!next.isAfter(last)) {
            rest.add(new Period(next, wanted.to()));
        }
        return rest;
    }

    PostId target(Placement placement) {
        PostId there = placement.post();
        return there != null ? there : Objects.requireNonNull(seats.get(placement.to()));
    }

    private long next(AgencyId agency) {
        AgencyView known = snapshot.agencies.get(agency);
        return (known == null ? 0 : known.version()) + agencySteps.merge(agency, 1, Integer::sum);
    }
}
