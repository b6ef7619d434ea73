package vn.thongsuot.shared;

/// **Thẩm quyền.** Answers whether an actor may do something with a given agency's affairs: permissions are
/// bounded by agency. Implemented by `access`, asked by the modules above it.
public interface Authority {

    /// Whether `actor` holds `permission` for the affairs of `agency`, by post or delegation, at this moment.
    boolean allows(Actor actor, Permission permission, AgencyId agency);

    /// Whether `actor` holds `permission` for at least one agency.
    boolean allows(Actor actor, Permission permission);
}
