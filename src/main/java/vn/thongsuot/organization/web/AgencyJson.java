package vn.thongsuot.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.AgencyCode;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyState;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Listing;
import vn.thongsuot.organization.Period;
import vn.thongsuot.organization.Succession;
import vn.thongsuot.organization.UnitView;
import vn.thongsuot.shared.AgencyId;

/// An agency as programs see it.
///
/// @param identifier the one for electronic exchange in force on the day asked for
/// @param codes every code it ever had
record AgencyJson(
        UUID id,
        String name,
        String shortName,
        @Nullable String nameEn,
        AgencyLevel level,
        String kind,
        @Nullable UUID parent,
        @Nullable String identifier,
        List<Code> codes,
        LocalDate from,
        @Nullable LocalDate to,
        boolean demonstration) {

    record Code(
            AgencyCode.Scheme scheme,
            String code,
            LocalDate from,
            @Nullable LocalDate to) {}

    /// A part of a list.
    record Part(List<AgencyJson> items, int total, @Nullable String next) {

        static Part of(Listing<AgencyView> listing, LocalDate day) {
            return new Part(
                    listing.items().stream()
                            .map(agency -> AgencyJson.of(agency, day))
                            .toList(),
                    listing.total(),
                    listing.next());
        }
    }

    /// Everything about one agency.
    ///
    /// @param inForce whether it is there on the day; if not, `agency` is what it was or will be nearest to it
    /// @param life what it was called and whom it stood under, in order of time
    record Whole(
            AgencyJson agency,
            boolean inForce,
            List<Stage> life,
            List<Unit> units,
            List<Kin> predecessors,
            List<Kin> successors) {}

    record Stage(
            String name,
            @Nullable UUID parent,
            LocalDate from,
            @Nullable LocalDate to) {

        static Stage of(AgencyState state) {
            Period during = state.during();
            return new Stage(state.view().name(), id(state.view().parent()), during.from(), during.to());
        }
    }

    record Unit(
            UUID id, String name, LocalDate from, @Nullable LocalDate to) {

        static Unit of(UnitView unit) {
            return new Unit(
                    unit.id(), unit.name(), unit.period().from(), unit.period().to());
        }
    }

    /// @param agency the other one; null where nobody goes on with the work
    /// @param on the first day on which the successor answers for it
    /// @param confirmed whether by the text of a decision
    record Kin(@Nullable UUID agency, LocalDate on, boolean confirmed) {

        static List<Kin> predecessors(List<Succession> facts) {
            return facts.stream()
                    .map(fact -> new Kin(fact.predecessor().value(), fact.on(), fact.confirmed()))
                    .toList();
        }

        static List<Kin> successors(List<Succession> facts) {
            return facts.stream()
                    .map(fact -> new Kin(id(fact.successor()), fact.on(), fact.confirmed()))
                    .toList();
        }
    }

    static AgencyJson of(AgencyView agency, LocalDate day) {
        return new AgencyJson(
                agency.id().value(),
                agency.name(),
                agency.shortName(),
                agency.nameEn(),
                agency.level(),
                agency.kind(),
                id(agency.parent()),
                agency.identifier(day).orElse(null),
                agency.codes().stream()
                        .map(code -> new Code(
                                code.scheme(),
                                code.code(),
                                code.period().from(),
                                code.period().to()))
                        .toList(),
                agency.period().from(),
                agency.period().to(),
                agency.demonstration());
    }

    private static @Nullable UUID id(@Nullable AgencyId agency) {
        return agency == null ? null : agency.value();
    }
}
