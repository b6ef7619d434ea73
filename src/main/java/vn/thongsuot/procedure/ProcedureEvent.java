package vn.thongsuot.procedure;

import java.time.Instant;
import java.time.LocalDate;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện về thủ tục.** Everything that can happen to the catalogue and its procedures.
public sealed interface ProcedureEvent extends Auditable {

    /// An edition of the national database came into the catalogue.
    ///
    /// @param procedures how many
    /// @param digest SHA-256 of what was loaded
    record CatalogueLoaded(
            String edition, long version, LocalDate readOn, int procedures, String digest, Actor by, Instant at)
            implements ProcedureEvent {

        @Override
        public Thing thing() {
            return new Thing("procedure-edition", edition);
        }
    }

    /// A procedure got the parts by which its dossiers can be handled.
    ///
    /// @param version of the procedure's parts
    /// @param procedureVersion of what the national database publishes
    record PartsEntered(
            ProcedureCode code, long version, long procedureVersion, int components, int steps, Actor by, Instant at)
            implements ProcedureEvent {

        @Override
        public Thing thing() {
            return new Thing("procedure", code.value());
        }
    }
}
