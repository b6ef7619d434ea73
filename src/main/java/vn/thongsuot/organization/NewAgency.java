package vn.thongsuot.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Cơ quan sắp thành lập.** What must be known to found an agency.
///
/// @param identifier code for electronic exchange, e.g. `H59.01`; null while it is not given yet
/// @param unitCode code of the administrative unit, 2, 3 or 5 digits; null where it is none
public record NewAgency(
        String name,
        @Nullable String nameEn,
        AgencyLevel level,
        String kind,
        @Nullable AgencyId parent,
        String calendar,
        @Nullable String identifier,
        @Nullable String unitCode,
        LocalDate from) {}
