package vn.thongsuot.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Personal;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// **Sự kiện ủy quyền, vắng mặt.** Everything that can happen to a delegation or an absence. Ending by itself is
/// no event: its days are part of what was given.
public sealed interface DelegationEvent extends Auditable {

    /// An event of one delegation.
    sealed interface OfDelegation extends DelegationEvent {
        UUID delegation();

        @Override
        default Thing thing() {
            return new Thing("delegation", delegation().toString());
        }
    }

    /// An event of one absence.
    sealed interface OfAbsence extends DelegationEvent {
        UUID absence();

        @Override
        default Thing thing() {
            return new Thing("absence", absence().toString());
        }
    }

    record DelegationGiven(
            UUID delegation,
            long version,
            PostId post,
            @Personal(subject = "delegate") OfficerId delegate,
            List<String> permissions,
            LocalDate from,
            LocalDate to,
            Actor by,
            Instant at)
            implements OfDelegation {}

    record DelegationEnded(UUID delegation, long version, Actor by, Instant at) implements OfDelegation {}

    record AbsenceRecorded(
            UUID absence,
            long version,
            @Personal(subject = "officer") OfficerId officer,
            @Personal(subject = "replacement") @Nullable OfficerId replacement,
            LocalDate from,
            LocalDate to,
            Actor by,
            Instant at)
            implements OfAbsence {}

    record AbsenceEnded(UUID absence, long version, Actor by, Instant at) implements OfAbsence {}
}
