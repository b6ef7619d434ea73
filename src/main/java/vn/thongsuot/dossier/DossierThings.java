package vn.thongsuot.dossier;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names dossiers by their codes, never by whose they are.
@Component
class DossierThings implements ThingNames {

    private final DossierQueries queries;

    DossierThings(DossierQueries queries) {
        this.queries = queries;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("dossier", "dossier-generation");
    }

    @Override
    public String word(String kind) {
        return "dossier.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        try {
            return queries.find(new DossierId(UUID.fromString(thing.id())))
                    .map(dossier -> new Named(dossier.code(), "/dossiers/" + dossier.id()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
