package vn.thongsuot.organization;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Phương án sắp xếp.** A plan of reorganisation as lists and pages show it.
///
/// @param decision number and date of the decision it carries out, as written; null while there is none
/// @param on the day on which all of it happens
/// @param agency whose administrators it belongs to
/// @param refused how many things stood in the way when its day came; null unless it was refused and not changed since
/// @param done what it did; null before it was applied
public record ReorganisationView(
        ReorganisationId id,
        long version,
        ReorganisationStatus status,
        String title,
        @Nullable String decision,
        LocalDate on,
        AgencyId agency,
        Instant draftedAt,
        @Nullable Instant appliedAt,
        @Nullable Integer refused,
        ReorganisationImpact.@Nullable Counts done) {}
