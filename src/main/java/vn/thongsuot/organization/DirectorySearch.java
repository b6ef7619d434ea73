package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.OfficerId;

/// **Tra cứu danh bạ.** The lists of the {@link Directory}, part by part: those in force on a day that answer what
/// was typed, exact marks first; and those that would on another day.
@Component
public class DirectorySearch {

    private final Directory directory;

    DirectorySearch(Directory directory) {
        this.directory = directory;
    }

    /// The `wanted` agencies in force on `day` whose name or code answers `query`, or all of them for a blank one.
    public Listing<AgencyView> agencies(String query, LocalDate day, Predicate<AgencyView> wanted, Listing.Part part) {
        return directory
                .snapshot()
                .agencyNames
                .list(query, state -> state.during().on(day) && wanted.test(state.view()), part)
                .map(AgencyState::view);
    }

    /// The `wanted` officers holding a post on `day` whose name answers `query`, or all of them for a blank one, by
    /// given name.
    public Listing<OfficerView> officers(
            String query, LocalDate day, Predicate<OfficerView> wanted, Listing.Part part) {
        Snapshot now = directory.snapshot();
        return now.officerNames.list(query, officer -> now.worksOn(officer.id(), day) && wanted.test(officer), part);
    }

    /// Tells who holds a post of `agency` on `day`.
    public Predicate<OfficerView> membersOf(AgencyId agency, LocalDate day) {
        Set<OfficerId> members = new HashSet<>();
        directory
                .members(agency, day)
                .forEach(member -> members.add(member.officer().id()));
        return officer -> members.contains(officer.id());
    }

    /// Agencies that answer `query` only by a name they had, or will have, on another day than `day`.
    public List<AgencyState> agenciesOfOtherDays(String query, LocalDate day, int limit) {
        if (query.isBlank()) {
            return List.of();
        }
        NameIndex<AgencyState> names = directory.snapshot().agencyNames;
        Set<AgencyId> known = new HashSet<>();
        names.best(query, state -> state.during().on(day), Integer.MAX_VALUE)
                .forEach(state -> known.add(state.view().id()));
        return names.best(query, state -> !state.during().on(day), Integer.MAX_VALUE).stream()
                .filter(state -> known.add(state.view().id()))
                .limit(limit)
                .toList();
    }

    /// Officers whose name answers `query` but who hold no post on `day`.
    public List<OfficerView> officersOfOtherDays(String query, LocalDate day, int limit) {
        Snapshot now = directory.snapshot();
        return query.isBlank()
                ? List.of()
                : now.officerNames.best(query, officer -> !now.worksOn(officer.id(), day), limit);
    }

    /// The posts of `agency` on `day` with who holds them: unit by unit, leaders first, then by given name; those
    /// of one unit only where `unit` names it.
    public Listing<Seat> seats(AgencyId agency, LocalDate day, @Nullable UUID unit, Listing.Part part) {
        Snapshot now = directory.snapshot();
        Map<UUID, UnitView> units = now.units.getOrDefault(agency, List.of()).stream()
                .collect(Collectors.toMap(UnitView::id, known -> known));
        List<Seat> seats = now.postsOfAgency.getOrDefault(agency, List.of()).stream()
                .filter(post -> post.period().on(day) && (unit == null || unit.equals(post.unit())))
                .flatMap(post -> seats(now, post, units, day))
                .sorted(IN_ORDER)
                .toList();
        int from = start(seats, part.after());
        int to = Math.min(seats.size(), from + part.limit());
        String next = to < seats.size() ? Cursor.of(seats.get(to - 1).key()).text() : null;
        return new Listing<>(seats.subList(from, to), seats.size(), next);
    }

    private static Stream<Seat> seats(Snapshot now, PostView post, Map<UUID, UnitView> units, LocalDate day) {
        UnitView unit = post.unit() == null ? null : units.get(post.unit());
        List<Seat> held = now.holdingsOfPost.getOrDefault(post.id(), List.of()).stream()
                .filter(holding -> holding.period().on(day))
                .map(holding -> new Seat(post, unit, holding, now.officers.get(holding.officer())))
                .toList();
        return held.isEmpty() ? Stream.of(new Seat(post, unit, null, null)) : held.stream();
    }

    /// The place after the seat the cursor names; the beginning where that seat is gone.
    private static int start(List<Seat> seats, @Nullable String after) {
        Cursor cursor = Cursor.read(after, 1);
        for (int place = 0; cursor != null && place < seats.size(); place++) {
            if (seats.get(place).key().equals(cursor.part(0))) {
                return place + 1;
            }
        }
        return 0;
    }

    private static final Comparator<Seat> IN_ORDER = Comparator.comparingInt(
                    (Seat seat) -> seat.unit() == null ? 0 : seat.unit().position())
            .thenComparing(seat -> seat.post().kind())
            .thenComparing(seat -> seat.post().title())
            .thenComparing(seat -> seat.officer() == null ? "" : seat.officer().name(), NameOrder.BY_GIVEN_NAME)
            .thenComparing(Seat::key);
}
