package vn.thongsuot.outgoing;

import java.time.Instant;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện sinh văn bản đi minh họa.** Documents that nobody drafted: made up for a demonstration.
public sealed interface GenerationEvent extends Auditable {

    /// A document was made up, with everything that happened to it up to this version. Nobody but the log is told.
    ///
    /// @param receivers to how many it was sent; 0 where it was not
    record OutgoingMade(
            OutgoingId document,
            long version,
            AgencyId agency,
            String code,
            OutgoingStatus status,
            int receivers,
            Actor by,
            Instant at)
            implements GenerationEvent {

        @Override
        public Thing thing() {
            return new Thing("outgoing", document().toString());
        }
    }
}
