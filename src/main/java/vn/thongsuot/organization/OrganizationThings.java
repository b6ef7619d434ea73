package vn.thongsuot.organization;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names agencies and officers, and leads to their pages.
@Component
class OrganizationThings implements ThingNames {

    private static final String AGENCY = "agency";
    private static final String OFFICER = "officer";

    private final Directory directory;

    OrganizationThings(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AGENCY, OFFICER);
    }

    @Override
    public String word(String kind) {
        return "organization.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        Optional<UUID> id = id(thing.id());
        return thing.kind().equals(AGENCY)
                ? id.flatMap(found -> directory.agency(new AgencyId(found)))
                        .map(agency -> new Named(agency.shortName(), "/directory/agencies/" + agency.id()))
                : id.flatMap(found -> directory.officer(new OfficerId(found)))
                        .map(officer -> new Named(officer.name(), "/directory/officers/" + officer.id()));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
