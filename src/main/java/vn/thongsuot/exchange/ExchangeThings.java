package vn.thongsuot.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names what is on its way by number and notation.
@Component
class ExchangeThings implements ThingNames {

    private final ExchangeQueries queries;

    ExchangeThings(ExchangeQueries queries) {
        this.queries = queries;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("shipment", "delivery", "arrival");
    }

    @Override
    public String word(String kind) {
        return "exchange.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        try {
            ExchangeQueries.Subject subject =
                    ExchangeQueries.Subject.valueOf(thing.kind().toUpperCase(Locale.ROOT));
            return queries.code(subject, UUID.fromString(thing.id())).map(code -> new Named(code, null));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
