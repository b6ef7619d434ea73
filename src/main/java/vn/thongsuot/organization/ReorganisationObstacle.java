package vn.thongsuot.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Điều còn vướng.** Why a plan of reorganisation cannot be applied yet: what is unplaced, and the reason.
///
/// @param agency whose affair it is
/// @param step the step to mend, where it is one
/// @param holding whose holder has no place yet, where it is about a person
/// @param detail a name or code the reason is about
public record ReorganisationObstacle(
        Reason reason,
        AgencyId agency,
        @Nullable UUID step,
        @Nullable HoldingView holding,
        @Nullable String detail) {

    /// Why.
    public enum Reason {
        /// The step is about an agency that is not there on that day.
        AGENCY_NOT_THERE,
        /// Two steps that exclude each other.
        CONTRADICTION,
        SUCCESSOR_NOT_CHOSEN,
        SUCCESSOR_NOT_THERE,
        PARENT_NOT_THERE,
        /// It would stand under itself.
        CIRCLE,
        /// Something of it changed on a later day already.
        CHANGED_LATER,
        /// Another agency has the code on that day.
        CODE_TAKEN,
        /// The agency above ends, and no step says where this one goes.
        CHILD_LEFT,
        /// The agency is split or dissolved, and no rule says where its people go.
        NOWHERE_TO_GO,
        /// The successor has no post of this kind.
        NO_SUCH_POST,
        /// Two people were sent to a post for one.
        SEAT_TAKEN
    }

    static ReorganisationObstacle of(Reason reason, ReorganisationStep step) {
        return new ReorganisationObstacle(reason, step.agency(), step.id(), null, null);
    }

    static ReorganisationObstacle of(Reason reason, AgencyId agency, HoldingView holding) {
        return new ReorganisationObstacle(reason, agency, null, holding, null);
    }
}
