package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.UUID;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện sinh hồ sơ minh họa.** Dossiers that nobody handed in: made up for a demonstration.
public sealed interface GenerationEvent extends Auditable {

    /// A dossier was made up, with everything that happened to it up to this version. Nobody but the log is told.
    record DossierMade(
            DossierId dossier,
            long version,
            String code,
            ProcedureCode procedure,
            AgencyId agency,
            DossierStatus status,
            Actor by,
            Instant at)
            implements GenerationEvent {

        @Override
        public Thing thing() {
            return new Thing("dossier", dossier().toString());
        }
    }

    /// All of them are there.
    ///
    /// @param seed what they were drawn with
    record DossiersMade(UUID generation, long version, int count, long seed, Actor by, Instant at)
            implements GenerationEvent {

        @Override
        public Thing thing() {
            return new Thing("dossier-generation", generation().toString());
        }
    }
}
