package vn.thongsuot.incoming;

import java.time.Instant;
import vn.thongsuot.exchange.ArrivalId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;

/// **Sự kiện văn bản đến.** Everything that can happen to a document that came in.
public sealed interface IncomingEvent extends Auditable {

    IncomingId document();

    @Override
    default Thing thing() {
        return new Thing("incoming", document().toString());
    }

    /// The exchange brought it.
    record Arrived(
            IncomingId document,
            long version,
            ArrivalId arrival,
            AgencyId agency,
            AgencyId sender,
            String code,
            Actor by,
            Instant at)
            implements IncomingEvent {}

    /// It stands in the register.
    ///
    /// @param number số đến
    record Registered(IncomingId document, long version, int number, Actor by, Instant at) implements IncomingEvent {}

    /// Not taken: misdirected, damaged or not genuine (Decree 30/2020/NĐ-CP art. 21).
    record Refused(IncomingId document, long version, String reason, Actor by, Instant at) implements IncomingEvent {}

    /// An officer is to handle it.
    record Assigned(IncomingId document, long version, OfficerId officer, String direction, Actor by, Instant at)
            implements IncomingEvent {}

    /// The officer began.
    record Started(IncomingId document, long version, Actor by, Instant at) implements IncomingEvent {}

    /// The officer is through with it.
    record Finished(IncomingId document, long version, Actor by, Instant at) implements IncomingEvent {}

    /// Its sender wants it back (Decision 28/2018/QĐ-TTg art. 8): whoever registers documents answers.
    record AskedBack(IncomingId document, long version, Actor by, Instant at) implements IncomingEvent {}

    /// Its sender wanted it back and did not get it.
    record Kept(IncomingId document, long version, String reason, Actor by, Instant at) implements IncomingEvent {}

    /// Its sender wanted it back and got it (Decision 28/2018/QĐ-TTg art. 9).
    record GivenBack(IncomingId document, long version, Actor by, Instant at) implements IncomingEvent {}
}
