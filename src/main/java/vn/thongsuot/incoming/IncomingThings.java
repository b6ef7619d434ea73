package vn.thongsuot.incoming;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names incoming documents by their senders' number and notation.
@Component
class IncomingThings implements ThingNames {

    private final IncomingQueries queries;

    IncomingThings(IncomingQueries queries) {
        this.queries = queries;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("incoming");
    }

    @Override
    public String word(String kind) {
        return "incoming.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        try {
            return queries.find(new IncomingId(UUID.fromString(thing.id())))
                    .map(document -> new Named(document.code(), "/incoming/" + document.id()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
