package vn.thongsuot.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.PostId;

/// **Chức vụ.** A post in an agency, and in one of its units where it belongs to one.
public record PostView(PostId id, AgencyId agency, @Nullable UUID unit, PostKind kind, String title, Period period) {}
