/// **Văn bản đi.** A document of an agency from its draft to its receivers: signed by the competent person, numbered,
/// sealed and issued (Decree 30/2020/NĐ-CP, art. 10–19).
///
/// Face: {@link vn.thongsuot.outgoing.OutgoingDrafts} until it is signed, from then on and for all questions
/// {@link vn.thongsuot.outgoing.OutgoingDocuments}. What may follow what is one table:
/// {@link vn.thongsuot.outgoing.OutgoingStatus}.
/// A number is given in one short transaction; stamping and sealing follow by themselves and are taken up again when
/// they were cut off.
///
/// Tables: `outgoing.document`, `outgoing.receiver`, `outgoing.file`, `outgoing.upload`, `outgoing.act`,
/// `outgoing.book`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "calendar",
            "organization",
            "files",
            "notification",
            "signing",
            "exchange"
        })
package vn.thongsuot.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
