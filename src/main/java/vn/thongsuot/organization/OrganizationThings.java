package vn.thongsuot.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names agencies, officers and plans of reorganisation, and leads to their pages.
@Component
class OrganizationThings implements ThingNames {

    private static final String AGENCY = "agency";
    private static final String OFFICER = "officer";

    private static final String PLAN = "reorganisation";

    private final Directory directory;
    private final ReorganisationStore plans;

    OrganizationThings(Directory directory, ReorganisationStore plans) {
        this.directory = directory;
        this.plans = plans;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AGENCY, OFFICER, PLAN);
    }

    @Override
    public String word(String kind) {
        return "organization.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        Optional<UUID> id = id(thing.id());
        return switch (thing.kind()) {
            case AGENCY ->
                id.flatMap(found -> directory.agency(new AgencyId(found)))
                        .map(agency -> new Named(agency.shortName(), "/directory/agencies/" + agency.id()));
            case OFFICER ->
                id.flatMap(found -> directory.officer(new OfficerId(found)))
                        .map(officer -> new Named(officer.name(), "/directory/officers/" + officer.id()));
            default ->
                id.flatMap(found -> plans.view(new ReorganisationId(found))).map(OrganizationThings::named);
        };
    }

    /// Plans cost a query, all of them the same one; agencies and officers are in memory.
    @Override
    public Map<Thing, Named> names(Collection<Thing> things) {
        Map<Thing, Named> names = new HashMap<>();
        Set<UUID> asked = new HashSet<>();
        for (Thing thing : things) {
            if (thing.kind().equals(PLAN)) {
                id(thing.id()).ifPresent(asked::add);
            } else {
                name(thing).ifPresent(named -> names.put(thing, named));
            }
        }
        if (!asked.isEmpty()) {
            plans.views(asked.toArray(UUID[]::new))
                    .forEach(plan -> names.put(new Thing(PLAN, plan.id().toString()), named(plan)));
        }
        return names;
    }

    private static Named named(ReorganisationView plan) {
        return new Named(plan.title(), "/organization/reorganisations/" + plan.id());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
