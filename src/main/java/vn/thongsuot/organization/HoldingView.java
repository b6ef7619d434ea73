package vn.thongsuot.organization;

import java.util.UUID;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// **Giữ chức vụ.** Who holds which post, from when to when; `main` is the officer's first post.
public record HoldingView(UUID id, OfficerId officer, PostId post, boolean main, Period period) {}
