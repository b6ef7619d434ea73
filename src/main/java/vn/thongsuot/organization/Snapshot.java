package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// The whole organization, past and present, as it was when read: immutable, some ten thousand small records.
final class Snapshot {

    /// What {@link OrganizationQueries#version()} said when it was read.
    final long version;

    final Map<AgencyId, AgencyView> agencies;
    final Map<AgencyId, List<AgencyState>> states;
    final Map<AgencyId, List<AgencyState>> children;
    final Map<AgencyId, List<UnitView>> units;
    final Map<PostId, PostView> posts;
    final Map<AgencyId, List<PostView>> postsOfAgency;
    final Map<OfficerId, OfficerView> officers;
    final Map<UUID, HoldingView> holdings;
    final Map<OfficerId, List<HoldingView>> holdingsOfOfficer;
    final Map<PostId, List<HoldingView>> holdingsOfPost;
    final Map<AgencyId, List<Succession>> successors;
    final Map<AgencyId, List<Succession>> predecessors;
    final NameIndex<AgencyState> agencyNames;
    final NameIndex<OfficerView> officerNames;

    /// All agencies as they are now, what they were before, and who goes on with whose work.
    record Lives(List<AgencyView> now, Map<AgencyId, List<AgencyState>> pasts, List<Succession> successions) {}

    Snapshot(
            long version,
            Lives lives,
            List<UnitView> units,
            List<PostView> posts,
            List<OfficerView> officers,
            List<HoldingView> holdings) {
        this.version = version;
        this.agencies = index(lives.now(), AgencyView::id);
        this.states = HashMap.newHashMap(agencies.size());
        lives.now()
                .forEach(agency ->
                        states.put(agency.id(), life(agency, lives.pasts().getOrDefault(agency.id(), List.of()))));
        this.children = new HashMap<>();
        for (List<AgencyState> life : states.values()) {
            for (AgencyState state : life) {
                AgencyId parent = state.view().parent();
                if (parent != null) {
                    children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(state);
                }
            }
        }
        this.successors = lives.successions().stream().collect(Collectors.groupingBy(Succession::predecessor));
        this.predecessors = new HashMap<>();
        for (Succession succession : lives.successions()) {
            AgencyId successor = succession.successor();
            if (successor != null) {
                predecessors.computeIfAbsent(successor, _ -> new ArrayList<>()).add(succession);
            }
        }
        this.units = units.stream().collect(Collectors.groupingBy(UnitView::agency));
        this.posts = index(posts, PostView::id);
        this.postsOfAgency = posts.stream().collect(Collectors.groupingBy(PostView::agency));
        this.officers = index(officers, OfficerView::id);
        this.holdings = index(holdings, HoldingView::id);
        this.holdingsOfOfficer = holdings.stream().collect(Collectors.groupingBy(HoldingView::officer));
        this.holdingsOfPost = holdings.stream().collect(Collectors.groupingBy(HoldingView::post));
        this.agencyNames = NameIndex.of(
                states.values().stream().flatMap(List::stream).map(Snapshot::named),
                Comparator.naturalOrder(),
                key -> key);
        this.officerNames = NameIndex.of(
                officers.stream()
                        .map(officer -> new NameIndex.Entry<>(
                                officer, officer.id().toString(), officer.name(), List.of(Folded.of(officer.name())))),
                NameOrder.BY_GIVEN_NAME,
                NameOrder::of);
    }

    /// The pasts of `agency` and what it is now, each with its own days.
    private static List<AgencyState> life(AgencyView agency, List<AgencyState> pasts) {
        if (pasts.isEmpty()) {
            return List.of(new AgencyState(agency, agency.period()));
        }
        List<AgencyState> life = new ArrayList<>(pasts);
        LocalDate lastDay = pasts.stream()
                .flatMap(past -> Stream.ofNullable(past.during().to()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate end = agency.period().to();
        if (end == null || end.isAfter(lastDay)) {
            life.add(new AgencyState(agency, new Period(lastDay.plusDays(1), end)));
        }
        return List.copyOf(life);
    }

    /// An agency answers to its name as written and as spoken, and to every code it ever had.
    private static NameIndex.Entry<AgencyState> named(AgencyState state) {
        AgencyView agency = state.view();
        List<Folded> names = new ArrayList<>();
        names.add(Folded.of(agency.shortName()));
        if (!agency.shortName().equals(agency.name())) {
            names.add(Folded.of(agency.name()));
        }
        agency.codes().forEach(code -> names.add(Folded.of(code.code())));
        String key = agency.level().ordinal() + " " + agency.firstCode() + " " + agency.name();
        return new NameIndex.Entry<>(state, agency.id() + "/" + state.during().from(), key, List.copyOf(names));
    }

    private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
        Map<K, V> map = HashMap.newHashMap(values.size());
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    /// Counts the agencies under `agency` on `day`, itself too; notes the count of each in `sizes`.
    int size(AgencyId agency, LocalDate day, Map<AgencyId, Integer> sizes) {
        int size = 1;
        for (AgencyState child : children.getOrDefault(agency, List.of())) {
            if (child.during().on(day)) {
                size += size(child.view().id(), day, sizes);
            }
        }
        sizes.put(agency, size);
        return size;
    }

    List<Directory.Member> members(LocalDate day) {
        List<Directory.Member> members = new ArrayList<>();
        holdingsOfPost.forEach((id, held) -> {
            PostView post = posts.get(id);
            for (HoldingView holding : held) {
                OfficerView officer = officers.get(holding.officer());
                if (post != null && officer != null && holding.period().on(day)) {
                    members.add(new Directory.Member(officer, post, holding));
                }
            }
        });
        return members;
    }

    boolean worksOn(OfficerId officer, LocalDate day) {
        return holdingsOfOfficer.getOrDefault(officer, List.of()).stream()
                .anyMatch(holding -> holding.period().on(day));
    }

    /// The agency itself first, then its parent, and so on up.
    List<AgencyView> upward(AgencyId start) {
        List<AgencyView> chain = new ArrayList<>();
        @Nullable AgencyId next = start;
        while (next != null && chain.size() < 20) {
            AgencyView agency = agencies.get(next);
            if (agency == null) {
                break;
            }
            chain.add(agency);
            next = agency.parent();
        }
        return chain;
    }

    /// Whether on `day` `outer` is `inner`, or answers for it: the work of an agency that was succeeded is its
    /// successors' and whose they are under, no longer its old neighbours'; any other's is its parent's.
    boolean answers(AgencyId outer, AgencyId inner, LocalDate day) {
        Set<AgencyId> seen = new HashSet<>(List.of(inner));
        Deque<AgencyId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            AgencyId next = open.poll();
            if (next.equals(outer)) {
                return true;
            }
            List<AgencyId> after = successors.getOrDefault(next, List.of()).stream()
                    .filter(succession -> !succession.on().isAfter(day))
                    .flatMap(succession -> Stream.ofNullable(succession.successor()))
                    .toList();
            AgencyView agency = agencies.get(next);
            Stream<AgencyId> further =
                    after.isEmpty() && agency != null ? Stream.ofNullable(agency.parent()) : after.stream();
            further.filter(seen::add).forEach(open::add);
        }
        return false;
    }
}
