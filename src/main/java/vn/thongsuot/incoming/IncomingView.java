package vn.thongsuot.incoming;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.exchange.ArrivalId;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// **Văn bản đến, như được xem.** What whoever may open a document sees of it.
///
/// @param code its sender's number and notation: `05/UBND-VX`
/// @param issued the document's date
/// @param signer who signed it, with the position, in words
/// @param number số đến, in the agency's register of `year`; null before it is registered
/// @param registered business time of that
/// @param handler who is to handle it; null before it was given to anybody
public record IncomingView(
        IncomingId id,
        long version,
        ArrivalId arrival,
        AgencyId agency,
        AgencyId sender,
        IncomingStatus status,
        String code,
        LocalDate issued,
        String type,
        String subject,
        Urgency urgency,
        String signer,
        Instant arrived,
        @Nullable Integer number,
        @Nullable Integer year,
        @Nullable Instant registered,
        @Nullable OfficerId handler) {

    /// A file of the document, as it came.
    public record File(UUID id, String name, FileHash hash) {}

    /// Who did what when.
    ///
    /// @param event the event's name, such as `Registered`
    /// @param reason why, or a leader's direction
    public record Act(
            String event,
            @Nullable OfficerId officer,
            @Nullable PostId post,
            Instant at,
            @Nullable String reason) {}
}
