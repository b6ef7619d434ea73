package vn.thongsuot.exchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.files.FileHash;

/// **Văn bản gửi đi.** What an issued document says of itself, as a packet carries it (Decree 30/2020/NĐ-CP, annex VI).
///
/// @param number the ordinal as written: `05`
/// @param notation what follows the stroke: `UBND-VX`
/// @param place where it was issued
/// @param type the name of its type: `Công văn`
/// @param due until when an answer is wanted; null for none
/// @param toPlaces everybody it goes to, in words
public record Letter(
        String number,
        String notation,
        LocalDate issued,
        String place,
        String type,
        String subject,
        Signer signer,
        Urgency urgency,
        @Nullable LocalDate due,
        List<String> toPlaces,
        List<Attachment> attachments) {

    /// Who signed.
    ///
    /// @param competence `TM.`, `KT.`…; empty for one's own
    public record Signer(String competence, String position, String name) {}

    /// A file of the document; the first is the document itself.
    public record Attachment(String name, FileHash hash) {}

    public Letter {
        toPlaces = List.copyOf(toPlaces);
        attachments = List.copyOf(attachments);
    }

    /// `05/UBND-VX`.
    public String code() {
        return number + "/" + notation;
    }
}
