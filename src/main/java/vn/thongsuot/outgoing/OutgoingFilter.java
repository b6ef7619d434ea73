package vn.thongsuot.outgoing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Bộ lọc văn bản đi.** Which documents of an agency a list shows.
///
/// @param statuses none for all
/// @param type null for all
/// @param query what number, notation or subject hold; empty for anything
public record OutgoingFilter(
        AgencyId agency,
        Set<OutgoingStatus> statuses,
        @Nullable DocumentType type,
        String query) {

    public OutgoingFilter {
        statuses = Set.copyOf(statuses);
    }
}
