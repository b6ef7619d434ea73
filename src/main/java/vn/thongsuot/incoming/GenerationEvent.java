package vn.thongsuot.incoming;

import java.time.Instant;
import vn.thongsuot.exchange.ArrivalId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện sinh văn bản đến minh họa.** Documents that nobody sent: made up for a demonstration.
public sealed interface GenerationEvent extends Auditable {

    /// A document was made up, with everything that happened to it up to this version. Nobody but the log is told.
    record IncomingMade(
            IncomingId document,
            long version,
            ArrivalId arrival,
            AgencyId agency,
            String code,
            IncomingStatus status,
            Actor by,
            Instant at)
            implements GenerationEvent {

        @Override
        public Thing thing() {
            return new Thing("incoming", document().toString());
        }
    }
}
