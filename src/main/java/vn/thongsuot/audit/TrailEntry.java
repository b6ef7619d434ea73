package vn.thongsuot.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// **Mục nhật ký.** One line of the log, as an auditor finds it.
///
/// @param recorded real time of the writing
/// @param business business time of the act
/// @param event the event's name, `organization.AgencyRenamed`; its words are the message `<module>.event.<Event>`
/// @param version the thing's version it made; null where somebody only looked
public record TrailEntry(
        UUID id,
        Instant recorded,
        Instant business,
        String event,
        Thing thing,
        @Nullable Long version,
        Author by,
        ProofState proof) {

    /// **Người thực hiện theo nhật ký.** Who acted, as far as the log still knows.
    ///
    /// @param kind `officer`, `administrator`, `neighbour`, `job`; `unknown` where the entry cannot be read
    /// @param officer null also where this person's data was erased
    /// @param delegation under which delegated right, if any
    /// @param name of the neighbour system or the job
    public record Author(
            String kind,
            @Nullable AccountId account,
            @Nullable OfficerId officer,
            @Nullable PostId post,
            @Nullable AgencyId agency,
            @Nullable UUID delegation,
            @Nullable String name) {}
}
