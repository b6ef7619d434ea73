package vn.thongsuot.organization;

import org.jspecify.annotations.Nullable;

/// **Vị trí.** A post of an agency with one of those who hold it; nobody while it is vacant.
public record Seat(
        PostView post,
        @Nullable UnitView unit,
        @Nullable HoldingView holding,
        @Nullable OfficerView officer) {

    /// What tells seats of one agency apart.
    String key() {
        return post.id() + "/" + (holding == null ? "" : holding.id());
    }
}
