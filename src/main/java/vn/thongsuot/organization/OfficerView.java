package vn.thongsuot.organization;

import vn.thongsuot.shared.OfficerId;

/// **Cán bộ.** An officer; the posts are {@link HoldingView}s.
public record OfficerView(OfficerId id, long version, String name, boolean demonstration) {}
