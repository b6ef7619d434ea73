package vn.thongsuot.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// **Ủy quyền.** What others may see of a delegation, today.
///
/// @param postLine the post whose rights were lent, and its agency
/// @param delegateLine the first post the receiver holds today, and its agency; empty without one
/// @param lost rights that were lent and that the lender no longer has: they are worth nothing now
/// @param absence whether it was given by recording an absence
public record DelegationView(
        UUID id,
        OfficerId delegator,
        String delegatorName,
        PostId post,
        AgencyId agency,
        String postLine,
        OfficerId delegate,
        String delegateName,
        String delegateLine,
        List<Permissions.Right> rights,
        List<Permissions.Right> lost,
        LocalDate from,
        LocalDate to,
        boolean absence,
        State state) {

    public DelegationView {
        rights = List.copyOf(rights);
        lost = List.copyOf(lost);
    }

    /// Where it stands today.
    public enum State {
        TO_COME,
        IN_FORCE,
        /// Its days are over.
        OVER,
        /// Ended before its last day.
        ENDED,
        /// Its days are not over, but the lender has left the post or may not sign in.
        VOID;

        public boolean open() {
            return switch (this) {
                case TO_COME, IN_FORCE, VOID -> true;
                case OVER, ENDED -> false;
            };
        }
    }
}
