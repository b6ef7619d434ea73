package vn.thongsuot.scoring;

import java.time.Instant;
import java.util.UUID;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện chỉ số.** Everything that changes what is counted otherwise than by the dossiers themselves.
public sealed interface ScoringEvent extends Auditable {

    /// A recount found dossiers that counted for something else than they should, and mended them.
    ///
    /// @param dossiers how many
    record Mended(UUID recount, long version, int dossiers, Actor by, Instant at) implements ScoringEvent {

        @Override
        public Thing thing() {
            return new Thing("recount", recount.toString());
        }
    }
}
