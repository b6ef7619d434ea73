package vn.thongsuot.scoring;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// A recount has no name and no page: its entry says all there is.
@Component
class ScoringThings implements ThingNames {

    @Override
    public Set<String> kinds() {
        return Set.of("recount");
    }

    @Override
    public String word(String kind) {
        return "scoring.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        return Optional.empty();
    }
}
