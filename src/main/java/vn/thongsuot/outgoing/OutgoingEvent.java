package vn.thongsuot.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện văn bản đi.** Everything that can happen to an outgoing document.
public sealed interface OutgoingEvent extends Auditable {

    OutgoingId document();

    @Override
    default Thing thing() {
        return new Thing("outgoing", document().toString());
    }

    /// Somebody drafted it.
    ///
    /// @param after SHA-256 of the draft
    record Drafted(
            OutgoingId document, long version, AgencyId agency, DocumentType type, String after, Actor by, Instant at)
            implements OutgoingEvent {}

    /// The drafter changed it.
    ///
    /// @param after SHA-256 of the draft
    record Revised(OutgoingId document, long version, String after, Actor by, Instant at) implements OutgoingEvent {}

    /// Laid before who signs.
    ///
    /// @param before SHA-256 of the draft
    record Submitted(OutgoingId document, long version, String before, Actor by, Instant at) implements OutgoingEvent {}

    /// The signer wants it done again.
    record SentBack(OutgoingId document, long version, String reason, Actor by, Instant at) implements OutgoingEvent {}

    /// The drafter took it back before anybody signed it.
    record Withdrawn(OutgoingId document, long version, Actor by, Instant at) implements OutgoingEvent {}

    /// The competent person signed it.
    ///
    /// @param serial of the certificate
    /// @param after SHA-256 of the signed file
    record Signed(OutgoingId document, long version, String serial, String after, Actor by, Instant at)
            implements OutgoingEvent {}

    /// It stands in the register.
    ///
    /// @param code number and notation: `05/UBND-VX`
    /// @param day the document's date
    record Numbered(OutgoingId document, long version, String code, LocalDate day, Actor by, Instant at)
            implements OutgoingEvent {}

    /// Stamped with number and day, and sealed by the agency.
    ///
    /// @param serial of the seal's certificate
    /// @param after SHA-256 of the file that is issued
    record Sealed(OutgoingId document, long version, String serial, String after, Actor by, Instant at)
            implements OutgoingEvent {}

    /// It was given to the exchange.
    ///
    /// @param receivers how many
    record Issued(OutgoingId document, long version, int receivers, Actor by, Instant at) implements OutgoingEvent {}

    /// Not wanted any more before anybody signed it.
    record Discarded(OutgoingId document, long version, Actor by, Instant at) implements OutgoingEvent {}

    /// Not issued though signed; its number, if it has one, is used up.
    record Cancelled(OutgoingId document, long version, String reason, Actor by, Instant at) implements OutgoingEvent {}

    /// Every receiver was asked to give it back (Decision 28/2018/QĐ-TTg art. 8); it is frozen.
    record Recalled(OutgoingId document, long version, String reason, Actor by, Instant at) implements OutgoingEvent {}
}
