package vn.thongsuot.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;

/// **Điều kiện tra cứu nhật ký.** What must hold of the entries looked for; null asks nothing.
///
/// @param person who acted
/// @param agency for which agency they acted
/// @param event the event's name, `organization.AgencyRenamed`
/// @param from business time, included
/// @param until business time, not included
public record TrailFilter(
        @Nullable OfficerId person,
        @Nullable AgencyId agency,
        @Nullable Thing thing,
        @Nullable String event,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null, null);
}
