package vn.thongsuot.organization;

import java.util.UUID;
import vn.thongsuot.shared.AgencyId;

/// **Đơn vị trong cơ quan.** A division or section inside an agency.
public record UnitView(UUID id, AgencyId agency, String name, int position, Period period) {}
