package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;

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
}
