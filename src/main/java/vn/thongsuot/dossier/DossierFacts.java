package vn.thongsuot.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.shared.AgencyId;

/// **Số liệu của một hồ sơ.** What others count of a dossier, whoever it is of: never a name. What this installation
/// has
/// no means of yet (online payment, the population database, e-identity, the national portal) is absent, not zero.
///
/// @param version of the dossier; facts of a higher version replace those of a lower
/// @param submitted when the applicant handed it in; at the counter the moment of reception
/// @param done when the work was done, as {@link DossierView#done}; null while it goes on
/// @param end how it ended; null while the applicant has not got an answer
/// @param supplement null where no papers were asked for
/// @param digitised how many of its papers were kept as scans
/// @param result whether there is a signed electronic result
/// @param paidOnline null where nothing was to be paid or payment is not recorded
public record DossierFacts(
        DossierId id,
        long version,
        String code,
        ProcedureCode procedure,
        AgencyId agency,
        Channel channel,
        Instant submitted,
        Instant received,
        Instant due,
        @Nullable Instant done,
        @Nullable EndKind end,
        DossierView.@Nullable Supplement supplement,
        int digitised,
        boolean result,
        @Nullable Boolean populationData,
        @Nullable Boolean identityVerified,
        @Nullable Boolean paidOnline,
        @Nullable Instant synchronised) {

    /// How a dossier ends.
    public enum EndKind {
        RETURNED,
        REFUSED,
        STOPPED,
        WITHDRAWN
    }
}
