package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Signals;

/// **Danh bạ.** Answers who is who and where, as of any date, from memory: a name costs no query. The memory is
/// read anew on every node when anything changes. Whether a person may act under a post *now* is asked of the
/// database: {@link #holdsNow}.
@Component
public class Directory implements SmartInitializingSingleton {

    /// The topic announced when anything in the organization changed.
    public static final String TOPIC = "organization";

    /// Deeper than any agency stands; keeps a wrong circle from being walked for ever.
    private static final int HIGHEST = 20;

    private final OrganizationQueries queries;
    private final BusinessClock clock;
    private final AtomicLong readings = new AtomicLong();
    private long newest;
    private volatile CompletableFuture<Snapshot> reading;

    Directory(OrganizationQueries queries, BusinessClock clock, Signals signals) {
        this.queries = queries;
        this.clock = clock;
        // The first reading goes on beside the rest of the start.
        this.reading = CompletableFuture.supplyAsync(queries::snapshot, Thread::startVirtualThread);
        signals.on(TOPIC, this::refresh);
    }

    /// Reads anew; a reading begun earlier never replaces one begun later. Read before the monitor is entered: who
    /// waits for it
    /// may hold the connection that the reading needs.
    void refresh() {
        long begun = readings.incrementAndGet();
        Snapshot fresh = queries.snapshot();
        synchronized (this) {
            if (begun > newest) {
                newest = begun;
                reading = CompletableFuture.completedFuture(fresh);
            }
        }
    }

    /// Waits for the first reading; without one the application does not start.
    @Override
    public void afterSingletonsInstantiated() {
        snapshot();
    }

    Snapshot snapshot() {
        return reading.join();
    }

    public Optional<AgencyView> agency(AgencyId id) {
        return Optional.ofNullable(snapshot().agencies.get(id));
    }

    /// The agency as it was called and whom it stood under on `day`; nothing where it did not exist then.
    public Optional<AgencyView> agency(AgencyId id, LocalDate day) {
        return snapshot().states.getOrDefault(id, List.of()).stream()
                .filter(state -> state.during().on(day))
                .map(AgencyState::view)
                .findFirst();
    }

    /// The agency that `code` named on `day`, under any scheme.
    public Optional<AgencyView> agencyByCode(String code, LocalDate day) {
        return snapshot().agencies.values().stream()
                .filter(agency -> agency.codes().stream()
                        .anyMatch(known ->
                                known.code().equals(code) && known.period().on(day)))
                .findFirst()
                .flatMap(agency -> agency(agency.id(), day));
    }

    /// Agencies without a parent on `day`: the provinces.
    public List<AgencyView> roots(LocalDate day) {
        return snapshot().states.values().stream()
                .flatMap(List::stream)
                .filter(state -> state.view().parent() == null && state.during().on(day))
                .map(AgencyState::view)
                .sorted(IN_ORDER)
                .toList();
    }

    public List<AgencyView> children(AgencyId parent, LocalDate day) {
        return snapshot().children.getOrDefault(parent, List.of()).stream()
                .filter(state -> state.during().on(day))
                .map(AgencyState::view)
                .sorted(IN_ORDER)
                .toList();
    }

    /// `agency` and everything under it on `day`.
    public List<AgencyView> withDescendants(AgencyId agency, LocalDate day) {
        List<AgencyView> found = new ArrayList<>();
        Deque<AgencyView> open = new ArrayDeque<>();
        agency(agency, day).ifPresent(open::add);
        while (!open.isEmpty()) {
            AgencyView next = open.poll();
            found.add(next);
            open.addAll(children(next.id(), day));
        }
        return found;
    }

    /// `agency`, its parent, and so on up to the province.
    public List<AgencyView> withAncestors(AgencyId agency) {
        return snapshot().upward(agency);
    }

    /// The same as it was on `day`.
    public List<AgencyView> withAncestors(AgencyId agency, LocalDate day) {
        List<AgencyView> chain = new ArrayList<>();
        Optional<AgencyView> next = agency(agency, day);
        while (next.isPresent() && chain.size() < HIGHEST) {
            chain.add(next.get());
            AgencyId parent = next.get().parent();
            next = parent == null ? Optional.empty() : agency(parent, day);
        }
        return chain;
    }

    /// Everything `agency` was and will be called, and whom it stood under, in order of time.
    public List<AgencyState> life(AgencyId agency) {
        return snapshot().states.getOrDefault(agency, List.of()).stream()
                .sorted(Comparator.comparing(state -> state.during().from()))
                .toList();
    }

    /// The days on which agencies took over from others, in order of time.
    public List<LocalDate> daysOfChange() {
        return snapshot().successors.values().stream()
                .flatMap(List::stream)
                .map(Succession::on)
                .distinct()
                .sorted()
                .toList();
    }

    /// Whether `inner` is `outer` or lies under it.
    public boolean within(AgencyId inner, AgencyId outer) {
        return snapshot().upward(inner).stream().anyMatch(agency -> agency.id().equals(outer));
    }

    /// Whether whoever works for `outer` today answers for `inner`: it lies under `outer`, or an agency that goes
    /// on with its work does.
    public boolean answersFor(AgencyId outer, AgencyId inner) {
        return snapshot().answers(outer, inner, clock.today());
    }

    /// Who goes on with the work of `agency`, now or from a day to come.
    public List<Succession> successors(AgencyId agency) {
        return snapshot().successors.getOrDefault(agency, List.of());
    }

    /// Whose work `agency` goes on with.
    public List<Succession> predecessors(AgencyId agency) {
        return snapshot().predecessors.getOrDefault(agency, List.of());
    }

    public List<UnitView> units(AgencyId agency, LocalDate day) {
        return snapshot().units.getOrDefault(agency, List.of()).stream()
                .filter(unit -> unit.period().on(day))
                .toList();
    }

    /// Every unit `agency` ever had, and those to come.
    public List<UnitView> everyUnit(AgencyId agency) {
        return snapshot().units.getOrDefault(agency, List.of());
    }

    public Optional<PostView> post(PostId id) {
        return Optional.ofNullable(snapshot().posts.get(id));
    }

    public List<PostView> posts(AgencyId agency, LocalDate day) {
        return snapshot().postsOfAgency.getOrDefault(agency, List.of()).stream()
                .filter(post -> post.period().on(day))
                .sorted(Comparator.comparing(PostView::kind).thenComparing(PostView::title))
                .toList();
    }

    public Optional<OfficerView> officer(OfficerId id) {
        return Optional.ofNullable(snapshot().officers.get(id));
    }

    public Optional<HoldingView> holding(UUID id) {
        return Optional.ofNullable(snapshot().holdings.get(id));
    }

    /// Every holding of `officer`, past and to come, the main one first.
    public List<HoldingView> holdings(OfficerId officer) {
        return snapshot().holdingsOfOfficer.getOrDefault(officer, List.of()).stream()
                .sorted(Comparator.comparing(HoldingView::main)
                        .reversed()
                        .thenComparing(holding -> holding.period().from()))
                .toList();
    }

    /// Who works in `agency` on `day`: by kind of post, then by name.
    public List<Member> members(AgencyId agency, LocalDate day) {
        List<Member> members = new ArrayList<>();
        for (PostView post : posts(agency, day)) {
            for (HoldingView holding : snapshot().holdingsOfPost.getOrDefault(post.id(), List.of())) {
                if (holding.period().on(day)) {
                    officer(holding.officer()).ifPresent(officer -> members.add(new Member(officer, post, holding)));
                }
            }
        }
        members.sort(Comparator.comparing((Member member) -> member.post().kind())
                .thenComparing(member -> member.officer().name()));
        return members;
    }

    /// Who works anywhere on `day`, once for each post held, in no order.
    public List<Member> members(LocalDate day) {
        return snapshot().members(day);
    }

    /// Whether `officer` holds `post` today, asked of the database and not of the memory.
    public boolean holdsNow(OfficerId officer, PostId post) {
        return holds(officer, post, clock.today());
    }

    /// The same for `day`.
    public boolean holds(OfficerId officer, PostId post, LocalDate day) {
        return queries.holds(officer, post, day);
    }

    /// How many agencies there are under each agency on `day`, itself counted.
    public Map<AgencyId, Integer> sizes(LocalDate day) {
        Map<AgencyId, Integer> sizes = new HashMap<>();
        roots(day).forEach(root -> snapshot().size(root.id(), day, sizes));
        return sizes;
    }

    public int agencyCount(LocalDate day) {
        return (int) snapshot().agencies.values().stream()
                .filter(agency -> agency.period().on(day))
                .count();
    }

    /// Officers who hold at least one post on `day`.
    public int officerCount(LocalDate day) {
        return (int) snapshot().holdingsOfOfficer.values().stream()
                .filter(holdings ->
                        holdings.stream().anyMatch(holding -> holding.period().on(day)))
                .count();
    }

    /// Agencies in force on `day` whose name or code answers `query`, best first.
    public List<AgencyView> searchAgencies(String query, LocalDate day, int limit) {
        return query.isBlank()
                ? List.of()
                : snapshot().agencyNames.best(query, state -> state.during().on(day), limit).stream()
                        .map(AgencyState::view)
                        .toList();
    }

    /// Officers holding a post on `day` whose name answers `query`, best first.
    public List<OfficerView> searchOfficers(String query, LocalDate day, int limit) {
        Snapshot now = snapshot();
        return query.isBlank()
                ? List.of()
                : now.officerNames.best(query, officer -> now.worksOn(officer.id(), day), limit);
    }

    /// Officers holding a post on `day`, by given name.
    public List<OfficerView> officers(LocalDate day) {
        Snapshot now = snapshot();
        return now.officerNames.best("", officer -> now.worksOn(officer.id(), day), Integer.MAX_VALUE);
    }

    private static final Comparator<AgencyView> IN_ORDER = Comparator.comparing(AgencyView::level)
            .thenComparing(AgencyView::firstCode)
            .thenComparing(AgencyView::name);

    /// **Người trong cơ quan.** An officer under a post of the agency asked for.
    public record Member(OfficerView officer, PostView post, HoldingView holding) {}
}
