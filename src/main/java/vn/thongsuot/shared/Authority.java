package vn.thongsuot.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// **Thẩm quyền.** Answers whether an actor may do something with a given agency's affairs: permissions are
/// bounded by agency. Implemented by `access`, asked by the modules above it.
public interface Authority {

    /// Whether `actor` holds `permission` for the affairs of `agency`, by post or delegation, at this moment.
    boolean allows(Actor actor, Permission permission, AgencyId agency);

    /// The same for the affairs of one unit inside `agency`; a right may reach no farther than the holder's unit.
    boolean allows(Actor actor, Permission permission, AgencyId agency, @Nullable UUID unit);

    /// Whether `actor` holds `permission` for everything there is: every province and all under it. Somebody whose
    /// right ends at one agency never does, not even in the office that does the province's business.
    boolean allowsEverywhere(Actor actor, Permission permission);

    /// Whether `actor` holds `permission` for at least one agency.
    boolean allows(Actor actor, Permission permission);
}
