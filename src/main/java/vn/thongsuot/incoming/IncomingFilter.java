package vn.thongsuot.incoming;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.shared.AgencyId;

/// **Bộ lọc văn bản đến.** Which documents of an agency a list shows.
///
/// @param statuses none for all
/// @param urgency null for all
/// @param query what arrival number, number, notation or subject hold; empty for anything
public record IncomingFilter(
        AgencyId agency,
        Set<IncomingStatus> statuses,
        @Nullable Urgency urgency,
        String query) {

    public IncomingFilter {
        statuses = Set.copyOf(statuses);
    }
}
