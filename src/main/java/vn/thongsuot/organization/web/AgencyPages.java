package vn.thongsuot.organization.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyState;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.DirectorySearch;
import vn.thongsuot.organization.Listing;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.Seat;
import vn.thongsuot.organization.Succession;
import vn.thongsuot.organization.UnitView;
import vn.thongsuot.organization.web.AgencyPage.Kin;
import vn.thongsuot.organization.web.AgencyPage.Link;
import vn.thongsuot.organization.web.AgencyPage.Standing;
import vn.thongsuot.organization.web.AgencyPage.UnitChip;
import vn.thongsuot.shared.AgencyId;

/// Gathers what the page of an agency shows.
@Component
class AgencyPages {

    private static final int SEATS = 60;
    private static final int CHILDREN = 40;

    private final Directory directory;
    private final DirectorySearch search;
    private final Trees trees;
    private final Rows rows;

    AgencyPages(Directory directory, DirectorySearch search, Trees trees, Rows rows) {
        this.directory = directory;
        this.search = search;
        this.trees = trees;
        this.rows = rows;
    }

    /// @param unit shows the seats of one unit only
    /// @param after the cursor of the part of the seats before
    AgencyPage of(AgencyId id, AsOf asOf, @Nullable UUID unit, @Nullable String after, boolean manage) {
        List<AgencyState> life = directory.life(id);
        AgencyState state = nearest(life, asOf.day());
        Standing standing = standing(state, asOf.day());
        Listing<Seat> seats = search.seats(id, asOf.day(), unit, new Listing.Part(after, SEATS));
        Listing<AgencyRow> children = search.agencies(
                        "", asOf.day(), agency -> id.equals(agency.parent()), new Listing.Part(null, CHILDREN))
                .map(agency -> rows.of(agency, asOf));
        return new AgencyPage(
                asOf,
                trees.of(asOf, id),
                state.view(),
                standing,
                ancestors(state, asOf),
                life,
                directory.predecessors(id).stream()
                        .map(fact -> kin(fact, fact.predecessor(), fact.on().minusDays(1), asOf))
                        .toList(),
                directory.successors(id).stream()
                        .map(fact -> kin(fact, fact.successor(), fact.on(), asOf))
                        .toList(),
                units(id, asOf, unit),
                seats,
                seats.next() == null ? null : asOf.link(seatsOf(id, unit) + "after=" + seats.next()),
                children,
                children.next() == null ? null : asOf.link("/directory/agencies?parent=" + id),
                manage);
    }

    /// What the agency was on `day`, or the nearest it ever was to it.
    static AgencyState nearest(List<AgencyState> life, LocalDate day) {
        if (life.isEmpty()) {
            throw OrganizationProblem.AGENCY_ABSENT.because();
        }
        AgencyState nearest = life.getFirst();
        for (AgencyState state : life) {
            if (!state.during().from().isAfter(day)) {
                nearest = state;
            }
        }
        return nearest;
    }

    private static Standing standing(AgencyState state, LocalDate day) {
        if (state.during().on(day)) {
            return Standing.THERE;
        }
        return state.during().from().isAfter(day) ? Standing.TO_COME : Standing.ENDED;
    }

    private List<Link> ancestors(AgencyState state, AsOf asOf) {
        AgencyId parent = state.view().parent();
        if (parent == null) {
            return List.of();
        }
        LocalDate end = state.during().to();
        LocalDate day = state.during().on(asOf.day())
                ? asOf.day()
                : end != null && end.isBefore(asOf.day()) ? end : state.during().from();
        return directory.withAncestors(parent, day).reversed().stream()
                .map(agency -> new Link(agency.shortName(), asOf.link(AgencyForms.page(agency.id()))))
                .toList();
    }

    private Kin kin(Succession fact, @Nullable AgencyId other, LocalDate day, AsOf asOf) {
        return new Kin(
                fact, other == null ? null : new Link(rows.name(other, day), asOf.on(AgencyForms.page(other), day)));
    }

    private List<UnitChip> units(AgencyId agency, AsOf asOf, @Nullable UUID chosen) {
        List<UnitView> units = directory.units(agency, asOf.day());
        if (units.isEmpty()) {
            return List.of();
        }
        List<UnitChip> chips = new ArrayList<>();
        chips.add(new UnitChip(null, asOf.link(AgencyForms.page(agency)) + "#seats", chosen == null));
        Stream<UnitChip> each = units.stream()
                .map(unit -> new UnitChip(
                        unit.name(),
                        asOf.link(AgencyForms.page(agency) + "?unit=" + unit.id()) + "#seats",
                        unit.id().equals(chosen)));
        chips.addAll(each.toList());
        return chips;
    }

    private static String seatsOf(AgencyId agency, @Nullable UUID unit) {
        return AgencyForms.page(agency) + "?" + (unit == null ? "" : "unit=" + unit + "&");
    }
}
