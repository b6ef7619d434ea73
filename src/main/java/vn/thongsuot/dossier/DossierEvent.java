package vn.thongsuot.dossier;

import java.time.Instant;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện hồ sơ.** Everything that can happen to a dossier. None says whose it is: that is found by its id.
public sealed interface DossierEvent extends Auditable {

    DossierId dossier();

    @Override
    default Thing thing() {
        return new Thing("dossier", dossier().toString());
    }

    /// Received at the counter, complete.
    ///
    /// @param files how many scans
    record Received(
            DossierId dossier,
            long version,
            String code,
            ProcedureCode procedure,
            AgencyId agency,
            Instant due,
            int files,
            Actor by,
            Instant at)
            implements DossierEvent {}

    /// An officer works on it from now on.
    record Taken(DossierId dossier, long version, Actor by, Instant at) implements DossierEvent {}

    /// Papers are missing or wrong: asked for once, and all of them (Decree 61/2018/NĐ-CP art. 19.4). Time stands
    /// still.
    ///
    /// @param papers how many
    record SupplementAsked(DossierId dossier, long version, int papers, String reason, Actor by, Instant at)
            implements DossierEvent {}

    /// What was asked for is there. The time begins again from nothing.
    ///
    /// @param files how many scans came
    record SupplementReceived(DossierId dossier, long version, int files, Instant due, Actor by, Instant at)
            implements DossierEvent {}

    /// What was asked for never came.
    record Stopped(DossierId dossier, long version, String reason, Actor by, Instant at) implements DossierEvent {}

    /// A result was laid before who signs.
    ///
    /// @param before SHA-256 of the draft
    record ResultProposed(DossierId dossier, long version, String before, Actor by, Instant at)
            implements DossierEvent {}

    /// The signer wants it done again.
    record SentBack(DossierId dossier, long version, String reason, Actor by, Instant at) implements DossierEvent {}

    /// The result was signed.
    ///
    /// @param serial of the certificate
    /// @param after SHA-256 of the signed result
    record ResultSigned(DossierId dossier, long version, String serial, String after, Actor by, Instant at)
            implements DossierEvent {}

    /// The applicant has the result.
    record Returned(DossierId dossier, long version, Actor by, Instant at) implements DossierEvent {}

    /// It cannot be granted: an answer, too (Decree 61/2018/NĐ-CP art. 19.8).
    record Refused(DossierId dossier, long version, String reason, Actor by, Instant at) implements DossierEvent {}

    /// The applicant took it back.
    record Withdrawn(DossierId dossier, long version, String reason, Actor by, Instant at) implements DossierEvent {}
}
