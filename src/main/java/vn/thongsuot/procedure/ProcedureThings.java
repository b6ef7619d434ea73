package vn.thongsuot.procedure;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names procedures and editions of the catalogue.
@Component
class ProcedureThings implements ThingNames {

    private static final String PROCEDURE = "procedure";
    private static final String EDITION = "procedure-edition";

    private final Procedures procedures;

    ProcedureThings(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PROCEDURE, EDITION);
    }

    @Override
    public String word(String kind) {
        return "procedure.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        return thing.kind().equals(EDITION)
                ? procedures.editions().stream()
                        .filter(edition -> edition.id().equals(thing.id()))
                        .findFirst()
                        .map(edition -> new Named(edition.source(), "/procedures"))
                : ProcedureCode.find(thing.id())
                        .flatMap(procedures::find)
                        .map(procedure -> new Named(procedure.name(), "/procedures/" + procedure.code()));
    }
}
