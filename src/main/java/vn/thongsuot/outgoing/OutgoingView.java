package vn.thongsuot.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.exchange.ShipmentId;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// **Văn bản đi, như được xem.** What whoever may open a document sees of it.
///
/// @param number the ordinal in the book of its agency, type and year; null before it has one
/// @param issued the document's date: the day it got its number
/// @param touched business time of the last act
/// @param sealFailure why it could not be sealed yet, the code of a problem; null where nothing kept it
public record OutgoingView(
        OutgoingId id,
        long version,
        AgencyId agency,
        OutgoingStatus status,
        DocumentType type,
        String notation,
        String subject,
        Urgency urgency,
        OfficerId signer,
        PostId signerPost,
        OfficerId drafter,
        @Nullable Integer number,
        @Nullable LocalDate issued,
        Instant touched,
        @Nullable String sealFailure) {

    /// Below ten with a nought before it (Decree 30/2020/NĐ-CP, annex I).
    static final int PADDED_TO = 10;

    /// `05/UBND-VX`; `…/UBND-VX` before it has a number.
    public String code() {
        Integer given = number;
        return (given == null ? "…" : ordinal(given)) + "/" + notation;
    }

    static String ordinal(int number) {
        return number < PADDED_TO ? "0" + number : String.valueOf(number);
    }

    /// Under which the exchange knows it.
    public ShipmentId shipment() {
        return new ShipmentId(id.value());
    }

    /// What a file is in its document.
    public enum FileKind {
        DRAFT,
        SIGNED,
        SEALED
    }

    /// A file of the document.
    public record File(UUID id, String name, FileHash hash, FileKind kind, Instant added) {}

    /// Who did what when.
    ///
    /// @param event the event's name, such as `Drafted`
    public record Act(
            String event,
            @Nullable OfficerId officer,
            @Nullable PostId post,
            Instant at,
            @Nullable String reason) {}
}
