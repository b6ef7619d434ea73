package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.PostId;

/// **Quyền gắn với chức vụ.** Whether filling a post hands out rights that the one who fills it may not give. Roles
/// belong to `access`, which implements this; whoever opens and fills posts asks it first.
public interface Seating {

    /// Whether `by` may open or fill a post of `kind` in `agency`: true where roles give such a post nothing, or
    /// where `by` manages access as far as those roles reach. `post` is null while the post is not there yet.
    boolean maySeat(Actor by, AgencyId agency, PostKind kind, @Nullable PostId post);

    /// Refuses to end `holding` when from `day` on nobody were left who can give rights everywhere.
    void needManagerLeft(UUID holding, LocalDate day);
}
