package vn.thongsuot.outgoing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names outgoing documents by number and notation.
@Component
class OutgoingThings implements ThingNames {

    private final OutgoingQueries queries;

    OutgoingThings(OutgoingQueries queries) {
        this.queries = queries;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("outgoing");
    }

    @Override
    public String word(String kind) {
        return "outgoing.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        try {
            return queries.find(new OutgoingId(UUID.fromString(thing.id())))
                    .map(document -> new Named(document.code(), "/outgoing/" + document.id()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
