package vn.thongsuot.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Kế thừa.** Which agency goes on with the work of another that ended.
///
/// @param successor null where the other ended without one
/// @param on the first day on which the successor answers for the work
/// @param confirmed false where it was entered by hand because the text of the decision is not at hand
public record Succession(
        AgencyId predecessor,
        @Nullable AgencyId successor,
        LocalDate on,
        boolean confirmed,
        @Nullable String note) {}
